// Texts that the team answers with again and again, and what a member's answer may hold beside its words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/model/id.h"

namespace palabre::rules {

// {name} and {title} become these, as plain words of Markdown.
[[nodiscard]] std::string fill_reply(std::string_view body, std::string_view name, std::string_view title);

// The first [[…]] that somebody has to write something in place of: bytes, end exclusive.
struct Placeholder {
  std::size_t begin{0};
  std::size_t end{0};
};
[[nodiscard]] std::optional<Placeholder> find_placeholder(std::string_view body);

// A text without its first line `[poll:ID]`, and which poll that is.
struct WithPoll {
  std::string body;
  std::optional<PostId> poll{};
};
[[nodiscard]] WithPoll take_poll(std::string_view body);

} // namespace palabre::rules
