"""Commitments (目标任务台账): what a plan promised, adopted sentence by sentence, and everything decided about it since."""
