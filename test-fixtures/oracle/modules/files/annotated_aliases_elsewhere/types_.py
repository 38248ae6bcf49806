from typing import Annotated

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import mapped_column

key = Annotated[int, mapped_column(primary_key=True)]
text_50 = Annotated[str, mapped_column(String(50))]
user_fk = Annotated[int, mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)]
