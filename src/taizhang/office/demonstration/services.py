"""Services of the demonstration (演示数据): made-up people and the sample plan."""

from taizhang.office.accounts.services import ensure_demonstration_user


def seed() -> None:
    """Make what a visitor needs to try everything; what is there already stays."""
    ensure_demonstration_user(username="demo", name="演示办事员")
