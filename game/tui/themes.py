"""Colours. One accent a capital; whatever a colour says, a word beside it says too."""

from textual.theme import BUILTIN_THEMES, Theme

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1f4e8c",
    secondary="#1d6b3f",
    accent="#1f4e8c",
    foreground="#1e1d1a",
    background="#fbfaf6",
    surface="#fbfaf6",
    panel="#f1eee6",
    boost="#f1eee6",
    variables={
        "quiet": "#68655c",
        "line": "#c9c4b8",
        "washington": "#1f4e8c",
        "mexico-city": "#1d6b3f",
        "block-cursor-foreground": "#fbfaf6",
        "block-cursor-background": "#1f4e8c",
        "input-selection-background": "#c9d6ea",
        "scrollbar": "#e4dfd3",
        "scrollbar-background": "#fbfaf6",
        "scrollbar-hover": "#68655c",
        "scrollbar-active": "#68655c",
        "scrollbar-background-hover": "#fbfaf6",
        "scrollbar-background-active": "#fbfaf6",
    },
)
DARK = Theme(
    name="dark",
    dark=True,
    primary="#86b4ee",
    secondary="#84cc9a",
    accent="#86b4ee",
    foreground="#dedbd3",
    background="#16181b",
    surface="#16181b",
    panel="#202327",
    boost="#202327",
    variables={
        "quiet": "#99968d",
        "line": "#43464b",
        "washington": "#86b4ee",
        "mexico-city": "#84cc9a",
        "block-cursor-foreground": "#16181b",
        "block-cursor-background": "#86b4ee",
        "input-selection-background": "#34465e",
        "scrollbar": "#2e3136",
        "scrollbar-background": "#16181b",
        "scrollbar-hover": "#99968d",
        "scrollbar-active": "#99968d",
        "scrollbar-background-hover": "#16181b",
        "scrollbar-background-active": "#16181b",
    },
)
TERMINAL = Theme(
    name="ansi",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_green",
    accent="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "quiet": "ansi_default",
        "line": "ansi_bright_black",
        "washington": "ansi_bright_blue",
        "mexico-city": "ansi_green",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
    },
)
CAPITALS = ("washington", "mexico-city")
"""The capitals, each the name of its accent."""
THEMES = {theme.name: theme for theme in (LIGHT, DARK, TERMINAL)}
MEANING = {
    "light": "Light: dark letters on paper",
    "dark": "Dark: light letters on slate",
    "ansi": "Terminal: the colours of this terminal",
}
