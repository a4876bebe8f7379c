"""The theories that come with the game, by name."""

DEFAULT = "paradox"
RIVALS = ("realism", "interdependence", "pressure-response")
SHIPPED = (DEFAULT, *RIVALS)
