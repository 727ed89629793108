"""`kde_random`: numbers drawn from an estimated density."""

import statistics

data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for kernel in ("normal", "gauss", "logistic", "sigmoid", "rectangular", "uniform", "triangular", "parabolic",
               "epanechnikov", "quartic", "biweight", "triweight", "cosine"):
    rand = statistics.kde_random(data, 1.5, kernel, seed=8675309)
    print(kernel, [f"{rand():.9f}" for _ in range(30)], rand.__doc__)
for wrong in ([], 1.0, "normal"), (["a"], 1.0, "normal"), (data, 0, "normal"), (data, 1.0, "none"):
    try:
        statistics.kde_random(*wrong)
    except (statistics.StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
