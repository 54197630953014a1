"""An offline, private, sourced explainer of psychodynamic therapy for the terminal."""

__version__ = "0.1.0"
__released__ = "2026-11-24"
