"""What was made of a thing is made once, as long as it is that thing."""

import weakref

from generator.base.each import Each


class Thing:
    def __init__(self, number: int) -> None:
        self.number = number


def test_of_the_same_things_nothing_is_made_again() -> None:
    asked: list[Thing] = []
    each = Each(asked.append)
    first, second, third = Thing(1), Thing(2), Thing(3)
    each.of([first, second])
    each.of([third, second])
    each.of([second, third])
    assert asked == [first, second, third]


def test_a_new_thing_in_the_place_of_one_that_is_gone_is_not_taken_for_it() -> None:
    """Python gives the identity of what is gone to what comes next."""
    each: Each[Thing, int] = Each(lambda thing: thing.number)
    for number in range(100):
        assert each.of([Thing(number) for _ in range(50)]) == [number] * 50


def test_what_is_gone_is_let_go_of() -> None:
    each: Each[Thing, int] = Each(lambda thing: thing.number)
    thing = Thing(1)
    each.of([thing])
    gone = weakref.ref(thing)
    del thing
    each.of([])
    assert gone() is None
