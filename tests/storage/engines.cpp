#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

class SqliteDatabase final : public Database {
public:
  std::unique_ptr<storage::Store> open() override { return must(storage::open_sqlite(directory_.path())); }

private:
  TemporaryDirectory directory_;
};

template <class T> std::unique_ptr<Database> make() {
  return std::make_unique<T>();
}

} // namespace

const std::vector<Engine>& engines() {
  static const std::vector<Engine> all{
      {"sqlite", make<SqliteDatabase>},
  };
  return all;
}

Opened::Opened(const Engine& engine) : database(engine.make()), store(database->open()) {
  site = must(store->put_site("blog", {"https://blog.example"}));
}

storage::NewComment Opened::draft(const std::string& body, std::int64_t created,
                                  std::optional<CommentId> parent) const {
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = page_key;
  comment.url = "https://blog.example/2026/11/a-page";
  comment.title = "A page";
  comment.parent = parent;
  comment.author = Author{"Zoé", "https://zoe.example"};
  comment.email = "zoe@example.org";
  comment.body = body;
  comment.created = Instant{created};
  return comment;
}

CommentId Opened::add(const std::string& body, std::int64_t created, std::optional<CommentId> parent) const {
  return must(store->add_comment(draft(body, created, parent))).comment.id;
}

ThreadPage Opened::thread(SortOrder sort) const {
  return must(store->read_thread(site, page_key, sort, std::nullopt, 100));
}

std::string bodies(const ThreadPage& thread) {
  std::string text;
  for (const Comment& comment : thread.comments) {
    if (!text.empty()) text += ' ';
    text += comment.state == CommentState::deleted ? "-" : comment.body;
  }
  return text;
}

} // namespace palabre::test
