// A condition of SQL that is put together as it is asked for, with the values of its place holders in their order.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <variant>

#include <soci/soci.h>

namespace palabre::storage {

class Conditions {
public:
  // With as many place holders, each of its own name, as there are values.
  template <class... Value> void add(const std::string& condition, const Value&... value) {
    text_ += (text_.empty() ? " where " : " and ") + condition;
    (values_.emplace_back(value), ...);
  }
  [[nodiscard]] const std::string& text() const { return text_; } // " where …"
  // Has to live as long as the statement.
  void bind(soci::details::prepare_temp_type& prepared) {
    for (auto& value : values_) {
      std::visit([&](auto& one) { prepared, soci::use(one); }, value);
    }
  }

private:
  std::string text_;
  std::deque<std::variant<std::int64_t, std::string>> values_;
};

} // namespace palabre::storage
