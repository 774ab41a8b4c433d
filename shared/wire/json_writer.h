// JSON text, appended piece by piece: no tree in between. Commas and colons come by themselves; that members have a key
// and every begin its end is the caller's care.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::wire {

class JsonWriter {
public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name); // of our own making: nothing to escape

  // Any bytes; what is not UTF-8 becomes U+FFFD.
  void string(std::string_view text);
  void integer(std::int64_t value);
  void thousandths(float value); // with at most three decimals; NaN is 0
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view text);
  void member(std::string_view name, std::int64_t value);
  void member(std::string_view name, const std::vector<std::string>& texts);

private:
  void before_value();

  std::string& out_;
  bool comma_{false}; // a value stands before the next one
};

} // namespace palabre::wire
