"""Grants (授权): from the roles a person holds, or stands in with, to how far they may go with each action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from taizhang.office.accounts.roles import permissions
from taizhang.office.pages.doors import Grant


@dataclass(frozen=True, slots=True)
class Holding:
    """Holding (任职): a role somebody holds today.

    Attributes:
        role: a code of ``roles.toml``.
        organisation: in which unit, by id; None where it is not settled.
        holder, name: whose it is.
    """

    role: str
    organisation: int | None
    holder: int
    name: str = ""


@dataclass(frozen=True)
class Powers:
    """Powers (权限): everything one person may do today.

    Attributes:
        own: the roles the person holds.
        lent: the roles of those the person stands in for.
        below: unit → itself and everything below it.
    """

    own: tuple[Holding, ...] = ()
    lent: tuple[Holding, ...] = ()
    below: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def grant(self, action: str) -> Grant | None:
        """How far the person may go with that action, for themselves or for whom they stand in for; None: not at all."""
        return self._granted(action, (*self.own, *self.lent))

    def own_grant(self, action: str) -> Grant | None:
        """The same without those the person stands in for."""
        return self._granted(action, self.own)

    def lenders(self, action: str) -> tuple[str, ...]:
        """The names of those whose absence lends the person that action."""
        scopes = permissions().of(action).scopes
        return tuple(dict.fromkeys(holding.name for holding in self.lent if holding.role in scopes))

    def _granted(self, action: str, holdings: Iterable[Holding]) -> Grant | None:
        scopes = permissions().of(action).scopes
        used = [holding for holding in holdings if holding.role in scopes]
        if not used:
            return None
        units = (self.below.get(each.organisation, frozenset()) for each in used if each.organisation is not None)
        return Grant(
            action=action,
            scopes=frozenset().union(*(scopes[each.role] for each in used)),
            organisations=frozenset().union(*units),
        )


def powers_of(person: int, held: Iterable[Holding]) -> Powers:
    """The powers that follow from roles held by the person and by those they stand in for.

    Roles pass over only in a unit the person still belongs to; an administrator's never do, and nothing passes to one.
    """
    roles = permissions().roles
    known = [holding for holding in held if holding.role in roles]
    own = tuple(holding for holding in known if holding.holder == person)
    units = {holding.organisation for holding in own} - {None}
    if any(roles[holding.role].alone for holding in own):
        return Powers(own)
    lent = (holding for holding in known if holding.holder != person and holding.organisation in units)
    return Powers(own, tuple(holding for holding in lent if not roles[holding.role].alone))
