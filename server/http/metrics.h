// Figures for Prometheus: counted without locks, so that counting costs a request nothing to speak of.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/wire/routes.h"

namespace palabre::http {

class Metrics {
public:
  static constexpr std::size_t files =
      static_cast<std::size_t>(wire::Route::openapi) + 1; // after wire::routes(): assets by name and the demo
  static constexpr std::size_t desk = files + 1;          // all of the desk's own routes
  static constexpr std::size_t none = files + 2;          // refused before a route was known
  static constexpr std::size_t route_count = files + 3;

  void count(std::size_t route, int status, std::chrono::nanoseconds duration);
  void count_refused(int status) { count(none, status, std::chrono::nanoseconds{0}); }

  struct Gauges {
    std::size_t connections;
    std::uint64_t cache_hits;
    std::uint64_t cache_misses;
    std::size_t cache_bytes;
  };
  // Prometheus's text format, version 0.0.4.
  [[nodiscard]] std::string text(const Gauges& gauges) const;

private:
  static constexpr std::array<double, 11> bounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005,
                                                 0.01,   0.025,   0.1,    0.5,   2.5}; // seconds
  struct Route {
    std::array<std::atomic<std::uint64_t>, 6> by_class{}; // of status / 100
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> by_duration{};
    std::atomic<std::uint64_t> nanoseconds{0};
  };
  void append_requests(std::string& out) const;
  void append_durations(std::string& out) const;

  std::array<Route, route_count> routes_;
  std::atomic<std::uint64_t> rate_limited_{0};
};

} // namespace palabre::http
