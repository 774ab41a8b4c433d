// What the handlers of a plain thread share: whose page it is, and how it is printed.
#pragma once

#include <optional>
#include <string>

#include "server/http/environment.h"
#include "shared/view/thread_view.h"
#include "shared/wire/routes.h"

namespace palabre::http {

struct PlainTarget {
  Site site;
  wire::ThreadQuery query;
  std::string asked_language;         // empty: the browser's
  std::optional<CommentId> welcome{}; // whoever comes back from this first comment meets the site's word to newcomers
};

[[nodiscard]] Expected<PlainTarget> decode_target(Environment& environment, const Call& call);
[[nodiscard]] Expected<view::ThreadState> read_state(const Environment& environment, const PlainTarget& target,
                                                     std::size_t pages = 1);
// With the page's posts above it, and what this reader did with them. A page whose address cannot be read just has no
// way back.
[[nodiscard]] Expected<Rendered> print_page(const Environment& environment, const PlainTarget& target,
                                            const view::ThreadState& state, const service::Visitor& visitor,
                                            std::string_view caching);
// For one reader, and kept by nobody.
[[nodiscard]] Response show_state(const Environment& environment, const PlainTarget& target,
                                  const view::ThreadState& state, const service::Visitor& visitor, int status);
// Back to the page, at this element of the thread, with the target's welcome.
[[nodiscard]] Response see_other(const PlainTarget& target, const std::string& element);

// plain_marks.cpp
// For a reader whom the server knows by a cookie: with what they left here.
[[nodiscard]] Response show_own(const Environment& environment, const PlainTarget& target, std::size_t pages,
                                const std::optional<CommentId>& reply, const service::Visitor& reader,
                                const std::optional<Error>& error = std::nullopt);
// A button of the marks' form was pressed; `text` is its Action::target.
[[nodiscard]] Response post_mark(Environment& environment, const PlainTarget& target, const Request& request,
                                 const std::string& text);

} // namespace palabre::http
