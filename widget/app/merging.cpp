// A later document of a thread, brought into the one that is being read without moving what is there.
#include <algorithm>
#include <map>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

using Comments = std::vector<Comment>;
using Places = std::map<CommentId, std::size_t>;

Places places_of(const Comments& comments) {
  Places places;
  for (std::size_t i = 0; i < comments.size(); ++i) places.emplace(comments[i].id, i);
  return places;
}

bool same(const Comment& a, const Comment& b) {
  return a.state == b.state && a.edited == b.edited && a.body == b.body && a.author.name == b.author.name &&
         a.author.website == b.author.website && a.reasons == b.reasons && a.masks == b.masks && a.marks == b.marks &&
         a.badges == b.badges && a.question == b.question;
}

// Whether a document with this end would hold the top-level comment, if it were still there.
bool is_covered(const ThreadPage& later, const Comment& top, const Places& places) {
  if (!later.next || places.count(top.id) != 0) return true;
  const Cursor& end = *later.next;
  const bool is_after = top.created == end.created ? end.id < top.id : end.created < top.created;
  const bool is_end = top.id == end.id;
  switch (later.sort) {
  case SortOrder::newest: return is_end || is_after;
  case SortOrder::oldest: return is_end || !is_after;
  case SortOrder::best:
  case SortOrder::controversial: break; // its score may have changed
  }
  return false;
}

// Those that the document should hold and does not, unless they are kept, or something below them is.
std::vector<char> find_gone(const ThreadPage& thread, const ThreadPage& later, const Places& places,
                            const IsKept& kept) {
  const Comments& comments = thread.comments;
  const Places own = places_of(comments);
  std::vector<char> gone(comments.size(), 0);
  bool covered = true;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (!comments[i].parent) covered = is_covered(later, comments[i], places);
    gone[i] = covered && places.count(comments[i].id) == 0 && !kept(comments[i]) ? 1 : 0;
  }
  for (std::size_t i = comments.size(); i-- > 0;) {
    const auto parent = comments[i].parent && gone[i] == 0 ? own.find(*comments[i].parent) : own.end();
    if (parent != own.end()) gone[parent->second] = 0;
  }
  return gone;
}

// By index, where what hangs on each comment ends.
std::vector<std::size_t> ends_of(const Comments& comments, const Places& places) {
  std::vector<std::size_t> ends(comments.size());
  for (std::size_t i = comments.size(); i-- > 0;) {
    ends[i] = std::max(ends[i], i + 1);
    const auto parent = comments[i].parent ? places.find(*comments[i].parent) : places.end();
    if (parent == places.end() || parent->second >= i) continue;
    ends[parent->second] = std::max(ends[parent->second], ends[i]);
  }
  return ends;
}

// Before which comment of the thread a newcomer goes: behind the sibling that the document has before it, else right
// below its parent.
class Slots {
public:
  explicit Slots(const Comments& comments) : places_(places_of(comments)), ends_(ends_of(comments, places_)) {}

  std::size_t next(const Comment& one) {
    const CommentId above = one.parent.value_or(CommentId{});
    const auto before = last_below_.find(above);
    const auto known = places_.find(one.id);
    std::size_t slot = 0;
    if (known != places_.end()) {
      slot = known->second;
    } else if (before != last_below_.end()) {
      slot = behind(before->second);
    } else if (one.parent) {
      const auto parent = places_.find(above);
      slot = parent != places_.end() ? parent->second + 1 : behind(above);
    }
    slots_[one.id] = slot;
    last_below_[above] = one.id;
    return slot;
  }

private:
  [[nodiscard]] std::size_t behind(CommentId id) const {
    const auto known = places_.find(id);
    if (known != places_.end()) return ends_[known->second];
    const auto added = slots_.find(id);
    return added != slots_.end() ? added->second : 0;
  }

  Places places_;
  std::vector<std::size_t> ends_;
  Places slots_;
  std::map<CommentId, CommentId> last_below_; // by parent, of what the document has had so far
};

} // namespace

void take_changes(ThreadPage& thread, const ThreadPage& later, const IsKept& kept) {
  const Places places = places_of(later.comments);
  const std::vector<char> gone = find_gone(thread, later, places, kept);
  Comments stay;
  stay.reserve(thread.comments.size());
  for (std::size_t i = 0; i < thread.comments.size(); ++i) {
    if (gone[i] != 0) continue;
    Comment& comment = thread.comments[i];
    const auto changed = places.find(comment.id);
    if (changed != places.end() && !same(comment, later.comments[changed->second])) {
      comment = later.comments[changed->second];
    }
    stay.push_back(std::move(comment));
  }
  thread.comments = std::move(stay);
  thread.total = later.total;
  thread.version = later.version;
  thread.title = later.title;
  thread.closed = later.closed;
  thread.marks = later.marks;
  thread.page_marks = later.page_marks;
  if (!thread.next && thread.sort == SortOrder::oldest) thread.next = later.next;
}

std::vector<Comment> newcomers(const ThreadPage& thread, const ThreadPage& later) {
  const Places places = places_of(thread.comments);
  Comments added;
  for (const Comment& comment : later.comments) {
    if (places.count(comment.id) == 0) added.push_back(comment);
  }
  return added;
}

void insert_newcomers(ThreadPage& thread, const ThreadPage& later, const std::vector<Comment>& added) {
  const Places wanted = places_of(added);
  Slots slots(thread.comments);
  std::map<std::size_t, std::vector<const Comment*>> placed; // by slot
  for (const Comment& comment : later.comments) {
    const std::size_t slot = slots.next(comment);
    if (wanted.count(comment.id) != 0) placed[slot].push_back(&comment);
  }
  Comments all;
  all.reserve(thread.comments.size() + added.size());
  for (std::size_t i = 0; i <= thread.comments.size(); ++i) {
    if (const auto here = placed.find(i); here != placed.end()) {
      for (const Comment* one : here->second) all.push_back(*one);
    }
    if (i < thread.comments.size()) all.push_back(std::move(thread.comments[i]));
  }
  thread.comments = std::move(all);
}

} // namespace palabre::widget
