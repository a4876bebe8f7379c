"""The last line of a screen: the few keys that matter here. Each can be clicked.

What is said in passing stands above the keys, in place of the rule: so it never covers what somebody reads.
"""

from collections.abc import Iterator

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from game.sitting.symbols import SIGNS
from game.tui.widgets.line import Line

MOST = 5
LAST = ("read", "leave", "help")
GAP = "   "
MORE = "more below"


class Keys(Widget):
    """The keys of the screen that may be used now, five at most; reading on, leaving and help come last."""

    DEFAULT_CSS = "Keys { width: 1fr; height: auto; dock: bottom; padding: 0 1; }"

    def on_mount(self) -> None:
        """Follow what may be used now, and what is said in passing."""
        self.auto_links = False  # the keys are links, and look like keys
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())
        self.watch(self.app, "notice", self._noticed, init=False)

    def _noticed(self) -> None:
        self.refresh(layout=True)

    def shown(self) -> list[Binding]:
        """The bindings that stand in the line."""
        active = self.screen.active_bindings.values()
        found = {
            a.binding.action: a.binding
            for a in active
            if a.binding.show and a.enabled and (a.node is self.screen or isinstance(a.node, Line))
        }
        last = [found.pop(action) for name in LAST for action in [*found] if action.partition("(")[0] == name]
        return [*found.values()][: MOST - len(last)] + last

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A rule, or what is said in passing, and a line."""
        return len(self._above(width)) + 1

    def render(self) -> Content:
        """The rule, and the keys."""
        return Content("\n").join([*self._above(self.content_size.width), Content(GAP).join(self._fitting())])

    def _above(self, width: int) -> list[Content]:
        """What stands above the keys: a rule, or what is said in passing; at its end, that there is more below."""
        notice: str = getattr(self.app, "notice", "")
        there_is_more = getattr(self.screen, "more", False) and width > len(MORE)
        sign = Content.styled(f" {SIGNS.more} {MORE} ", "$capital") if there_is_more else Content("")
        if not notice or not width:
            return [_ruled(Content(""), sign, width)]
        from game.tui.setting import wrapped  # not before the first screen is painted

        lines = list(wrapped(Content.styled(notice, "bold $capital"), width))
        begin = Content.styled(f"{SIGNS.rule} ", "$line")
        if len(lines) == 1 and begin.cell_length + lines[0].cell_length + sign.cell_length + 2 <= width:
            return [_ruled(begin + lines[0] + Content(" "), sign, width)]
        return [*lines, _ruled(Content(""), sign, width)] if sign else lines

    def _fitting(self) -> list[Content]:
        """The keys for which there is room; the last, which is help, is kept."""
        parts, width = list(self._parts()), self.content_size.width
        while len(parts) > 2 and sum(part.cell_length + len(GAP) for part in parts) - len(GAP) > width:
            del parts[-2]
        return parts

    def _parts(self) -> Iterator[Content]:
        for binding in self.shown():
            owner = "focused" if binding.action == "submit" else "screen"
            click = Style.from_meta({"@click": f"{owner}.{binding.action}"})
            name = binding.key_display or binding.key
            text = Content.assemble((name, "bold $capital"), " ", (binding.description, "$quiet"))
            yield text.stylize(click)


def _ruled(begin: Content, sign: Content, width: int) -> Content:
    """A line that is filled with a rule up to a sign near its end."""
    last = Content.styled(SIGNS.rule, "$line") if sign else Content("")
    rest = max(width - begin.cell_length - sign.cell_length - last.cell_length, 0)
    return begin + Content.styled(SIGNS.rule * rest, "$line") + sign + last
