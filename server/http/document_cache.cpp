#include "server/http/document_cache.h"

#include <algorithm>
#include <vector>

namespace palabre::http {
namespace {

constexpr std::chrono::seconds checked_for{2};
constexpr std::chrono::seconds counted_for{1};
constexpr std::size_t smallest_compressed = 256; // below, the header costs more than is saved

std::string key_of(SiteId site, const std::string& page) {
  return site.text() + '\n' + page; // a page's key holds no line feed, and a site's id neither
}

// Of an entry without its document, roughly.
std::size_t cost_of(const std::string& page_key, const std::string& variant) {
  return page_key.size() + variant.size() + 256;
}

// Each coding is a representation of its own, so it has a tag of its own.
std::string tag_for(const std::string& tag, Coding coding) {
  if (coding == Coding::identity) return tag;
  return tag.substr(0, tag.size() - 1) + (coding == Coding::brotli ? "-br\"" : "-gz\"");
}

} // namespace

Document::Document(Rendered rendered) : rendered_(std::move(rendered)), tag_(content_tag(rendered_.bytes)) {}

const Document::Form& Document::form(Coding coding) const {
  Slot& slot = slots_[static_cast<std::size_t>(coding)];
  std::call_once(slot.once, [&] { make(coding, slot); });
  return slot.form;
}

void Document::make(Coding coding, Slot& slot) const {
  if (coding != Coding::identity && rendered_.bytes.size() >= smallest_compressed) {
    slot.compressed = coding == Coding::brotli ? compress_brotli(rendered_.bytes) : compress_gzip(rendered_.bytes);
  }
  const Coding real = slot.compressed.empty() ? Coding::identity : coding;
  slot.form.bytes = real == Coding::identity ? std::string_view(rendered_.bytes) : slot.compressed;
  slot.form.etag = tag_for(tag_, real);
  slot.form.headers = rendered_.headers + "ETag: " + slot.form.etag + "\r\n";
  if (real != Coding::identity) slot.form.headers.append("Content-Encoding: ").append(to_name(real)).append("\r\n");
}

DocumentCache::Place DocumentCache::find(std::string page_key, const std::string& variant) {
  {
    const std::shared_lock lock(mutex_);
    const auto page = pages_.find(page_key);
    if (page != pages_.end()) {
      const auto entry = page->second->entries.find(variant);
      if (entry != page->second->entries.end()) return {std::move(page_key), variant, page->second, entry->second};
    }
  }
  const std::unique_lock lock(mutex_);
  auto& page = pages_[page_key];
  if (!page) page = std::make_shared<Page>();
  auto& entry = page->entries[variant];
  if (!entry) {
    entry = std::make_shared<Entry>();
    bytes_ += cost_of(page_key, variant);
  }
  return {std::move(page_key), variant, page, entry};
}

bool DocumentCache::is_over(const Document& document) const {
  const std::optional<Instant>& until = document.rendered().until;
  return until && wall_ && *until <= wall_();
}

// A document whose making began after the caller's request came in holds all that was acknowledged before it.
DocumentCache::Known DocumentCache::known(const Entry& entry, std::uint64_t since) const {
  const std::shared_lock lock(mutex_);
  if (!entry.document || entry.generation < since || is_over(*entry.document)) return {};
  return {entry.document, now_() - entry.checked >= checked_for};
}

Expected<DocumentPtr> DocumentCache::get(SiteId site, const std::string& page, const std::string& variant,
                                         const Make& make) {
  const Place place = find(key_of(site, page), variant);
  const std::uint64_t since = place.page->generation;
  place.entry->used = ++tick_;
  Known found = known(*place.entry, since);
  if (found.document && !found.old) {
    ++hits_;
    return found.document;
  }
  std::unique_lock making(place.entry->making, std::defer_lock);
  if (found.document && !making.try_lock()) { // somebody checks it already
    ++hits_;
    return found.document;
  }
  if (!making.owns_lock()) making.lock();
  found = known(*place.entry, since);
  if (found.document && !found.old) {
    ++hits_;
    return found.document;
  }
  ++misses_;
  return remake(place, make);
}

// With the entry's `making` held.
Expected<DocumentPtr> DocumentCache::remake(const Place& place, const Make& make) {
  const std::uint64_t generation = place.page->generation;
  auto rendered = make();
  if (!rendered) return tl::unexpected(rendered.error());
  DocumentPtr former;
  {
    const std::shared_lock lock(mutex_);
    former = place.entry->document;
  }
  const bool same = former && former->rendered().bytes == rendered->bytes &&
                    former->rendered().headers == rendered->headers && former->rendered().until == rendered->until;
  DocumentPtr document = same ? former : std::make_shared<const Document>(*std::move(rendered));
  const std::unique_lock lock(mutex_);
  keep(place, document, generation);
  return document;
}

void DocumentCache::keep(const Place& place, const DocumentPtr& document, std::uint64_t generation) {
  const auto page = pages_.find(place.page_key);
  if (page == pages_.end() || page->second != place.page) return; // evicted meanwhile
  const auto entry = place.page->entries.find(place.variant);
  if (entry == place.page->entries.end() || entry->second != place.entry) return;
  bytes_ += document->size();
  if (place.entry->document) bytes_ -= place.entry->document->size();
  place.entry->document = document;
  place.entry->generation = generation;
  place.entry->checked = now_();
  if (bytes_ > byte_limit_) evict();
}

// Drops what was used longest ago until a quarter is free, so that this is seldom done.
void DocumentCache::evict() {
  struct Candidate {
    std::uint64_t used;
    std::string page;
    std::string variant;
  };
  std::vector<Candidate> candidates;
  for (const auto& [page_key, page] : pages_) {
    for (const auto& [variant, entry] : page->entries) candidates.push_back({entry->used, page_key, variant});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.used < b.used; });
  for (const Candidate& candidate : candidates) {
    if (bytes_ <= byte_limit_ / 4 * 3) return;
    const auto page = pages_.find(candidate.page);
    const auto entry = page->second->entries.find(candidate.variant);
    const DocumentPtr document = entry->second->document;
    bytes_ -= cost_of(candidate.page, candidate.variant) + (document ? document->size() : 0);
    page->second->entries.erase(entry);
    if (page->second->entries.empty()) pages_.erase(page);
  }
}

void DocumentCache::changed(SiteId site, const std::string& page) {
  const std::shared_lock lock(mutex_);
  const auto found = pages_.find(key_of(site, page));
  if (found != pages_.end()) ++found->second->generation;
}

void DocumentCache::counted(SiteId site, const std::string& page) {
  const std::shared_lock lock(mutex_);
  const auto found = pages_.find(key_of(site, page));
  if (found == pages_.end()) return;
  const Clock::rep now = now_().time_since_epoch().count();
  Clock::rep last = found->second->counted;
  if (last > now - Clock::duration(counted_for).count()) return;
  if (found->second->counted.compare_exchange_strong(last, now)) ++found->second->generation;
}

void DocumentCache::changed(SiteId site) {
  const std::string start = key_of(site, {});
  const std::shared_lock lock(mutex_);
  for (const auto& [key, page] : pages_) {
    if (key.compare(0, start.size(), start) == 0) ++page->generation;
  }
}

std::size_t DocumentCache::bytes() const {
  const std::shared_lock lock(mutex_);
  return bytes_;
}

} // namespace palabre::http
