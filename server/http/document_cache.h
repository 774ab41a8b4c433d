// Ready-made bytes of what the public reads: threads, plain pages, feeds. A document is made once however many ask for
// it at the same moment, compressed once for each coding, and dropped when its page changes.
//
// A write by another process on the same database is seen within two seconds: a document older than that is made again
// before it is served, by one of those who ask; the others get the former one meanwhile.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/negotiation.h"
#include "shared/model/error.h"
#include "shared/model/id.h"
#include "shared/model/instant.h"

namespace palabre::http {

struct Rendered {
  std::string bytes;
  std::string headers;            // lines that go with it: "Content-Type: …\r\n"
  std::optional<Instant> until{}; // from then on it is no longer true, whoever asks
};

// Immutable but for the compressed forms, which are made when first asked for.
class Document {
public:
  struct Form {
    std::string_view bytes;
    std::string headers; // the document's, ETag, Content-Encoding
    std::string etag;
  };

  explicit Document(Rendered rendered);
  [[nodiscard]] const Form& form(Coding coding) const;
  [[nodiscard]] const Rendered& rendered() const { return rendered_; }
  [[nodiscard]] std::size_t size() const { return rendered_.bytes.size() * 2 + 1024; } // with its compressed forms

private:
  struct Slot {
    std::once_flag once;
    std::string compressed;
    Form form;
  };
  void make(Coding coding, Slot& slot) const;

  Rendered rendered_;
  std::string tag_;
  mutable Slot slots_[3]; // by Coding
};
using DocumentPtr = std::shared_ptr<const Document>;

class DocumentCache {
public:
  using Make = std::function<Expected<Rendered>()>;
  using Clock = std::chrono::steady_clock;

  // `wall` is the clock of Rendered::until; without it nothing is over.
  explicit DocumentCache(std::size_t byte_limit, std::function<Clock::time_point()> now = &Clock::now,
                         std::function<Instant()> wall = {})
      : byte_limit_(byte_limit), now_(std::move(now)), wall_(std::move(wall)) {}

  // `variant` tells the documents of one page apart. What a page of a site is called is up to the caller; changed()
  // must name it alike. A failure is handed on and not kept.
  [[nodiscard]] Expected<DocumentPtr> get(SiteId site, const std::string& page, const std::string& variant,
                                          const Make& make);
  // Documents made from what was read before this call are not served after it.
  void changed(SiteId site, const std::string& page);
  // Something was counted that many do at once: as changed(), but once a second at most. What comes in between is seen
  // when the documents are checked.
  void counted(SiteId site, const std::string& page);
  // Of all pages of the site.
  void changed(SiteId site);

  [[nodiscard]] std::uint64_t hits() const { return hits_; }
  [[nodiscard]] std::uint64_t misses() const { return misses_; }
  [[nodiscard]] std::size_t bytes() const;

private:
  struct Entry {
    std::mutex making; // one maker at a time
    // Of the cache's mutex:
    DocumentPtr document;
    std::uint64_t generation{0}; // of its page, when the document's making began
    Clock::time_point checked{};
    std::atomic<std::uint64_t> used{0};
  };
  struct Page {
    std::atomic<std::uint64_t> generation{0};
    std::atomic<Clock::rep> counted{Clock::duration::min().count()}; // when that last made a generation
    std::unordered_map<std::string, std::shared_ptr<Entry>> entries; // of the cache's mutex
  };
  struct Place {
    std::string page_key;
    const std::string& variant;
    std::shared_ptr<Page> page;
    std::shared_ptr<Entry> entry;
  };
  struct Known {
    DocumentPtr document;
    bool old{false}; // good, but to be checked
  };

  [[nodiscard]] Place find(std::string page_key, const std::string& variant);
  [[nodiscard]] bool is_over(const Document& document) const;
  [[nodiscard]] Known known(const Entry& entry, std::uint64_t since) const;
  [[nodiscard]] Expected<DocumentPtr> remake(const Place& place, const Make& make);
  // Both with the mutex held.
  void keep(const Place& place, const DocumentPtr& document, std::uint64_t generation);
  void evict();

  const std::size_t byte_limit_;
  const std::function<Clock::time_point()> now_;
  const std::function<Instant()> wall_;
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Page>> pages_;
  std::size_t bytes_{0};
  std::atomic<std::uint64_t> tick_{0};
  std::atomic<std::uint64_t> hits_{0};
  std::atomic<std::uint64_t> misses_{0};
};

} // namespace palabre::http
