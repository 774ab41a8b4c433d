// Rows of contests, as both connections read them. They throw soci::soci_error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/storage/contest_store.h"
#include "server/storage/statement.h"

namespace palabre::storage {

struct ContestRow {
  std::string seed;
  std::string seed_hash;
  std::string list_hash;
  std::optional<Instant> frozen{};
  std::optional<Instant> drawn{};
  std::vector<std::int64_t> winners{};

  // Without what nobody may know yet.
  [[nodiscard]] StoredContest to_contest() const;
};
[[nodiscard]] std::optional<ContestRow> find_contest(soci::session& session, PostId post);

struct EntryRow {
  std::int64_t number{0};
  std::string name;
  std::string naming;
  std::string words;
  std::string state;
  std::string reasons;
  std::int64_t suspect{0};
  std::int64_t decided{0};
  std::int64_t withdrawn{0}; // refused, then withdrawn: a refusal outlives both
  std::string receipt;
  std::int64_t created{0};

  [[nodiscard]] wire::Entry to_entry(const std::vector<std::int64_t>& winners) const;
};
[[nodiscard]] std::optional<EntryRow> find_entry_of(soci::session& session, PostId post, const std::string& reader);
[[nodiscard]] std::optional<EntryRow> find_entry_at(soci::session& session, PostId post, std::int64_t number);
// `rest` follows "from entry where post = :post" and names no value.
[[nodiscard]] std::vector<EntryRow> list_entries(soci::session& session, PostId post, const std::string& rest);

[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);
[[nodiscard]] std::string joined(const std::vector<std::string>& lines);

} // namespace palabre::storage
