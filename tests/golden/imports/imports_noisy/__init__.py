print("noisy runs")
n = 1
