// The logistic function and its inverse, from + - * / alone, so that they are the same natively and in wasm.
#pragma once

namespace palabre::rules {

// 1 / (1 + e^-x), within 1e-9; x is cut to ± 30.
[[nodiscard]] double logistic(double x);
// log(p / (1 - p)); p is cut to 0.0001 … 0.9999.
[[nodiscard]] double log_odds(double p);

} // namespace palabre::rules
