"""Classes that know nothing of tables."""


class Shelf:
    pass


class Box:
    pass
