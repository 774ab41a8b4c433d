// The store: methods say intent and are atomic; unique keys are the last arbiter. Every engine passes tests/storage's
// one conformance suite. Thread safe. A write returns after it is durable (it survives power loss); concurrent writes
// share a commit. Failures are `storage_unavailable` unless a method says otherwise; nothing throws out of here.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/site.h"
#include "shared/model/thread.h"
#include "shared/wire/messages.h"

namespace palabre::storage {

struct NewComment {
  SiteId site;
  std::string page; // key; the page is made on its first comment
  std::string url;
  std::string title;
  std::optional<CommentId> parent;
  Author author;
  std::string email; // may be empty; never leaves the server
  std::string body;
  CommentState state{CommentState::published};
  Instant created;
  std::string idempotency_key; // may be empty; per site, the second insert with one key returns the first's comment
};

struct StoredComment {
  Comment comment;
  SiteId site;
  std::string page; // key
};

struct FeedEntry {
  Comment comment;
  std::string page;
  std::string url;
  std::string title;
};

class Store {
public:
  virtual ~Store() = default;

  // The same name again replaces the origins.
  virtual Expected<Site> put_site(const std::string& name, const std::vector<std::string>& origins) = 0;
  virtual Expected<std::vector<Site>> sites() = 0;

  // unknown_parent, parent_on_other_page.
  virtual Expected<StoredComment> add_comment(const NewComment& comment) = 0;
  // unknown_comment when it is not there or deleted.
  virtual Expected<StoredComment> edit_comment(CommentId id, const std::string& body, Instant edited) = 0;
  // Deleting twice is unknown_comment. Its replies stay; without any it leaves the thread, and so do placeholders that
  // lose their last reply.
  virtual Expected<StoredComment> delete_comment(CommentId id, Instant when) = 0;

  virtual Expected<std::optional<StoredComment>> find_comment(CommentId id) = 0;
  // The comment and its ancestors up to the top level; empty when unknown.
  virtual Expected<std::vector<CommentId>> ancestors(CommentId id) = 0;

  // Published, hidden and placeholder comments; held ones are not in it. A page never written to is an empty thread of
  // version 0.
  virtual Expected<ThreadPage> read_thread(const Site& site, const std::string& page, SortOrder sort,
                                           const std::optional<Cursor>& after, std::size_t top_level_limit) = 0;
  // How many top-level comments of the page stand after `after` (else from the start) and up to the one that `through`
  // is or is below, `limit` at most. 0: `through` is not in this page's thread, or stands before.
  virtual Expected<std::size_t> count_through(const Site& site, const std::string& page, SortOrder sort,
                                              const std::optional<Cursor>& after, CommentId through,
                                              std::size_t limit) = 0;
  // In the order asked; unknown pages count 0.
  virtual Expected<std::vector<wire::PageCount>> count_comments(SiteId site, const std::vector<std::string>& pages) = 0;
  // The newest published comments of a site, or of one of its pages.
  virtual Expected<std::vector<FeedEntry>> recent_comments(SiteId site, const std::optional<std::string>& page,
                                                           std::size_t limit) = 0;

  // 32 random bytes made once per database; edit tokens derive from it.
  virtual Expected<std::string> secret() = 0;
  // A cheap read and that the writer still takes work, and after a write that failed, a real one; for /healthz.
  virtual Expected<void> ping() = 0;
};

// Opens (makes, migrates) DIRECTORY/palabre.sqlite3.
[[nodiscard]] Expected<std::unique_ptr<Store>> open_sqlite(const std::string& directory);

} // namespace palabre::storage
