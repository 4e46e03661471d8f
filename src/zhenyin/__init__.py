"""Zhenyin 真因: from after-sales tickets to a verified fix."""
