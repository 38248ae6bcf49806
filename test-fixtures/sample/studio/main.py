"""The HTTP interface of the front desk."""

from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI, HTTPException
from sqlmodel import Session

from studio import services
from studio.database import create_tables, get_session


@asynccontextmanager
async def lifespan(_app: FastAPI):
    create_tables()
    yield


app = FastAPI(title="Rehearsal studio", lifespan=lifespan)


@app.delete("/members/{member_id}", status_code=204)
def delete_member(member_id: int, session: Session = Depends(get_session)) -> None:
    try:
        services.end_membership(session, member_id)
    except services.NotFoundError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error


@app.delete("/rooms/{room_id}", status_code=204)
def delete_room(room_id: int, session: Session = Depends(get_session)) -> None:
    try:
        services.close_room(session, room_id)
    except services.NotFoundError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error
