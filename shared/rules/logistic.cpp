#include "shared/rules/logistic.h"

#include <algorithm>
#include <cstdint>

#include "shared/rules/bits.h"

namespace palabre::rules {
namespace {

constexpr double ln2 = 0.693147180559945309;

double power_of_two(int exponent) {
  return bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

// e^x = 2^k e^r with |r| ≤ ln2 / 2, the latter as its series.
double exponential(double x) {
  const int k = static_cast<int>(x / ln2 + (x < 0 ? -0.5 : 0.5));
  const double r = x - k * ln2;
  double sum = 1;
  for (int n = 11; n >= 1; --n) sum = 1 + sum * r / n;
  return sum * power_of_two(k);
}

// log x = k log 2 + 2 artanh((m - 1) / (m + 1)) with x = 2^k m, m in [1, 2).
double logarithm(double x) {
  const auto bits = bit_cast<std::uint64_t>(x);
  const int k = static_cast<int>(bits >> 52) - 1023;
  const double m = bit_cast<double>((bits & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1023} << 52));
  const double z = (m - 1) / (m + 1);
  double sum = 0;
  for (int n = 27; n >= 1; n -= 2) sum = sum * z * z + 1.0 / n;
  return k * ln2 + 2 * z * sum;
}

} // namespace

double logistic(double x) {
  return 1 / (1 + exponential(-std::clamp(x, -30.0, 30.0)));
}

double log_odds(double p) {
  const double kept = std::clamp(p, 0.0001, 0.9999);
  return logarithm(kept / (1 - kept));
}

} // namespace palabre::rules
