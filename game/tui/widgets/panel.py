"""A part of a screen that scrolls by itself when there is more than fits."""

from textual.containers import VerticalScroll


class Panel(VerticalScroll, can_focus=False, can_focus_children=True, inherit_bindings=False):
    """Scrolls up and down; the screen's keys move it. It has none of its own: the arrows belong to the choices."""

    @property
    def has_more(self) -> bool:
        """Is there something below what is seen?"""
        return self.max_scroll_y > 0 and self.scroll_offset.y < self.max_scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The keys depend on whether there is more."""
        super().watch_scroll_y(old_value, new_value)
        if self.is_mounted:
            self.screen.refresh_bindings()

    def page(self, by: int = 1) -> None:
        """Scroll by nearly a page."""
        step = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_relative(y=by * step, animate=False)
