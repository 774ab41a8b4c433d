// A comment as the statements bring it, and the state names in the database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "server/storage/store.h"

namespace palabre::storage {

// Throws std::runtime_error for a name that this program does not know.
[[nodiscard]] CommentState state_of_name(const std::string& name);

// Whether somebody of the team answered a question or complaint. By hand: nothing but a hand changes it back.
enum class Answered : std::int64_t { no, by_reply, by_hand, reopened };

struct CommentRow {
  std::int64_t id{0};
  std::int64_t site{0};
  std::int64_t page{0};
  std::int64_t parent{0};
  soci::indicator parent_null{soci::i_null};
  std::int64_t root{0};
  soci::indicator root_null{soci::i_null};
  std::int64_t in_thread{0};
  std::string state;
  std::string author_name;
  std::string author_website;
  std::string body;
  std::int64_t created{0};
  std::int64_t edited{0};
  soci::indicator edited_null{soci::i_null};
  std::string page_key;
  std::string reasons; // JSON, or empty
  std::string masks;   // JSON, or empty
  std::int64_t member{0};
  soci::indicator member_null{soci::i_null};
  std::int64_t asks{0};     // 1: it is a question
  std::int64_t answered{0}; // an Answered
  std::int64_t poll{0};
  soci::indicator poll_null{soci::i_null};

  [[nodiscard]] bool by_member() const { return member_null == soci::i_ok; }
  [[nodiscard]] bool is_answered() const;
  // A question, or where it is one a complaint, that nobody of the team answered.
  [[nodiscard]] bool is_unanswered(bool complaint) const;
  [[nodiscard]] Comment to_comment() const;
};

// Of `comment c join page p on p.id = c.page`, in the order of into_row.
inline const std::string comment_columns =
    "c.id, c.site, c.page, c.parent, c.root, c.in_thread, c.state, c.author_name, c.author_website, c.body, c.created,"
    " c.edited, p.page_key, c.reasons, c.masks, c.member, c.asks, c.answered, c.poll";

// Binds the row's variables to a statement whose first columns are comment_columns.
[[nodiscard]] soci::details::prepare_temp_type into_row(soci::details::prepare_temp_type prepared, CommentRow& row);

// What the rules said of a comment and who wrote it.
struct JudgedRow {
  std::int64_t offence{0}; // thousandths, as all the figures
  std::int64_t spam{0};
  std::int64_t promotion{0};
  std::string language;
  std::string sentiment;
  std::int64_t sentiment_score{0};
  std::int64_t sentiment_confidence{0};
  std::int64_t complaint{0};
  std::string decided_by;
  std::string reader;
  std::string network;

  void set(const rules::Verdict& verdict);
  [[nodiscard]] StoredComment to_stored(const CommentRow& row) const;
};

// Behind comment_columns.
inline const std::string judged_columns =
    ", c.offence, c.spam, c.promotion, c.language, c.sentiment, c.sentiment_score, c.sentiment_confidence,"
    " c.complaint, c.decided_by, c.reader, c.network";
[[nodiscard]] soci::details::prepare_temp_type into_judged(soci::details::prepare_temp_type prepared, JudgedRow& row);

[[nodiscard]] std::string_view to_name(Decider decider); // "rules" …

// Any bytes as a text that every engine keeps (base64), and back; damaged text is no bytes.
[[nodiscard]] std::string text_of_bytes(const std::string& bytes);
[[nodiscard]] std::string bytes_of_text(const std::string& text);

// Columns of the comment with these words.
[[nodiscard]] std::string reasons_json(const std::vector<rules::Reason>& reasons, const Author& author,
                                       const std::string& body);
[[nodiscard]] std::string masks_json(const std::vector<std::string>& masks);

} // namespace palabre::storage
