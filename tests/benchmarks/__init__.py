"""How fast Ronde is, each figure beside the limit it rests on, in the same process.

`uv run python -m tests.benchmarks [--quick] [--only NAME]` measures the limit and our code in turn,
takes the median of the rounds, and prints goal, ratio, gate and verdict. Gates are ratios of CPU
time; wall time stands for latency only. A spread over 30 % is NOISY, not PASS.
"""
