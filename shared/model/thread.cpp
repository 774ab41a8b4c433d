#include "shared/model/thread.h"

namespace palabre {

namespace {

// The decimal text that std::to_string writes, up to 2^53-1 either side of zero; nothing else.
std::optional<std::int64_t> parse_number(std::string_view text) {
  constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;
  const bool negative = !text.empty() && text.front() == '-';
  const std::string_view digits = negative ? text.substr(1) : text;
  if (digits == "0" && !negative) return 0;
  if (digits.empty() || digits.size() > 16 || digits.front() == '0') return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  if (value > largest) return std::nullopt;
  return negative ? -value : value;
}

} // namespace

std::string_view to_name(SortOrder order) {
  switch (order) {
  case SortOrder::oldest: return "oldest";
  case SortOrder::best: return "best";
  case SortOrder::controversial: return "controversial";
  case SortOrder::newest: break;
  }
  return "newest";
}

std::optional<SortOrder> parse_sort_order(std::string_view name) {
  for (const SortOrder order : sort_orders) {
    if (name == to_name(order)) return order;
  }
  return std::nullopt;
}

std::string Cursor::text() const {
  const std::string first = score ? std::to_string(*score) + "_" : std::string();
  return first + std::to_string(created.milliseconds) + "-" + id.text();
}

std::optional<Cursor> Cursor::parse(std::string_view text) {
  std::optional<std::int64_t> score;
  if (const std::size_t line = text.find('_'); line != std::string_view::npos) {
    score = parse_number(text.substr(0, line));
    if (!score) return std::nullopt;
    text.remove_prefix(line + 1);
  }
  const std::size_t dash = text.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> created = parse_number(text.substr(0, dash));
  const std::optional<CommentId> id = CommentId::parse(text.substr(dash + 1));
  if (!created || !id) return std::nullopt;
  return Cursor{Instant{*created}, *id, score};
}

} // namespace palabre
