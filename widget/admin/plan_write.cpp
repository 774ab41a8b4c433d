// What a control of the editor says, into the form.
#include <algorithm>
#include <array>

#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::OptionForm;
using view::desk::PostForm;

template <class Value> void set(Value& at, const std::optional<Value>& value) {
  if (value) at = *value;
}

// Controls of every post; those of polls and contests are in tables of their own, as not every post has one.
struct PostControl {
  std::string_view name;
  void (*write)(PostForm& form, const std::string& value);
};
constexpr std::array post_controls{
    PostControl{"title", [](PostForm& form, const std::string& value) { form.post.title = value; }},
    PostControl{"body", [](PostForm& form, const std::string& value) { form.post.body = value; }},
    PostControl{"site", [](PostForm& form, const std::string& value) { form.post.site = value; }},
    PostControl{"severity",
                [](PostForm& form, const std::string& value) { set(form.post.severity, parse_severity(value)); }},
    PostControl{"shape",
                [](PostForm& form, const std::string& value) { set(form.post.shape, parse_post_shape(value)); }},
    PostControl{"purpose",
                [](PostForm& form, const std::string& value) { set(form.post.purpose, parse_purpose(value)); }},
    PostControl{"dismissible", [](PostForm& form, const std::string& value) { form.post.dismissible = value == "on"; }},
    PostControl{"every_page", [](PostForm& form, const std::string& value) { form.every_page = value == "on"; }},
    PostControl{"pages", [](PostForm& form, const std::string& value) { form.pages = value; }},
    PostControl{"starts", [](PostForm& form, const std::string& value) { form.starts = value; }},
    PostControl{"ends", [](PostForm& form, const std::string& value) { form.ends = value; }},
};

struct PollControl {
  std::string_view name;
  void (*write)(PostForm& form, Poll& poll, const std::string& value);
};
constexpr std::array poll_controls{
    PollControl{"poll.kind",
                [](PostForm&, Poll& poll, const std::string& value) { set(poll.kind, parse_poll_kind(value)); }},
    PollControl{"poll.least", [](PostForm& form, Poll&, const std::string& value) { form.least = value; }},
    PollControl{"poll.most", [](PostForm& form, Poll&, const std::string& value) { form.most = value; }},
    PollControl{"poll.other", [](PostForm&, Poll& poll, const std::string& value) { poll.other = value == "on"; }},
    PollControl{"poll.results",
                [](PostForm&, Poll& poll, const std::string& value) { set(poll.results, parse_results_shown(value)); }},
    PollControl{"poll.secrecy",
                [](PostForm&, Poll& poll, const std::string& value) { set(poll.secrecy, parse_secrecy(value)); }},
    PollControl{"poll.changeable",
                [](PostForm&, Poll& poll, const std::string& value) { poll.changeable = value == "on"; }},
    PollControl{"poll.low", [](PostForm&, Poll& poll, const std::string& value) { poll.low = value; }},
    PollControl{"poll.high", [](PostForm&, Poll& poll, const std::string& value) { poll.high = value; }},
};

struct ContestControl {
  std::string_view name;
  void (*write)(PostForm& form, Contest& contest, const std::string& value);
};
constexpr std::array contest_controls{
    ContestControl{"contest.kind", [](PostForm&, Contest& contest,
                                      const std::string& value) { set(contest.kind, parse_contest_kind(value)); }},
    ContestControl{"contest.choosing", [](PostForm&, Contest& contest,
                                          const std::string& value) { set(contest.choosing, parse_choosing(value)); }},
    ContestControl{"contest.moderation",
                   [](PostForm&, Contest& contest, const std::string& value) {
                     set(contest.moderation, parse_entry_moderation(value));
                   }},
    ContestControl{"contest.winners", [](PostForm& form, Contest&, const std::string& value) { form.winners = value; }},
    ContestControl{"contest.answers", [](PostForm& form, Contest&, const std::string& value) { form.answers = value; }},
    ContestControl{"contest.prize",
                   [](PostForm&, Contest& contest, const std::string& value) { contest.prize = value; }},
    ContestControl{"contest.comment_first", [](PostForm&, Contest& contest,
                                               const std::string& value) { contest.comment_first = value == "on"; }},
    ContestControl{"contest.vote_in", [](PostForm&, Contest& contest,
                                         const std::string& value) { contest.vote_in = PostId::parse(value); }},
};

template <class Controls> auto find_control(const Controls& controls, std::string_view name) {
  const auto found = std::find_if(controls.begin(), controls.end(), [&](const auto& one) { return one.name == name; });
  return found == controls.end() ? nullptr : &*found;
}

std::vector<OptionForm>::iterator option_with(PostForm& form, std::string_view key) {
  return std::find_if(form.options.begin(), form.options.end(),
                      [&](const OptionForm& option) { return std::to_string(option.key) == key; });
}

void write_one(PostForm& form, std::string_view field, const std::string& value) {
  if (const auto* control = find_control(post_controls, field)) return control->write(form, value);
  if (const auto* control = find_control(poll_controls, field); control != nullptr && form.post.poll)
    return control->write(form, *form.post.poll, value);
  if (const auto* control = find_control(contest_controls, field); control != nullptr && form.post.contest)
    return control->write(form, *form.post.contest, value);
  const Verb verb = verb_of(field);
  if (verb.name != "option") return;
  const auto option = option_with(form, verb.argument);
  if (option != form.options.end()) option->text = value;
}

bool says_the_same(const PostForm& a, const PostForm& b) {
  const auto texts = [](const PostForm& form) {
    std::string all = form.pages;
    for (const std::string& text : {form.starts, form.ends, form.least, form.most, form.winners, form.answers}) {
      all += '\n' + text;
    }
    for (const OptionForm& option : form.options) all += '\n' + option.text;
    return all;
  };
  return a.every_page == b.every_page && a.post.site == b.post.site && texts(a) == texts(b) &&
         view::desk::differences(a.post, b.post).empty();
}

void focus_option(const PostForm& form, std::size_t index, Effects& effects) {
  if (form.options.empty()) return;
  const std::size_t at = std::min(index, form.options.size() - 1);
  effects.push_back(Focus{"field-option." + std::to_string(form.options[at].key)});
}

} // namespace

// A browser says fields again when a form is sent; only what differs is a change.
void write_post_field(PostForm& form, std::string_view field, const std::string& value) {
  const PostForm before = form;
  write_one(form, field, value);
  if (says_the_same(before, form)) return;
  form.changed = true;
  const std::string_view name = verb_of(field).name == "option" ? std::string_view("poll.options") : field;
  if (form.refused && form.refused->field.rfind(name, 0) == 0) form.refused.reset();
}

// An empty one that is there already is as good as a new one.
void add_option(PostForm& form, Effects& effects) {
  if (!form.post.poll || view::desk::is_fixed(form, "poll.options")) return;
  const auto empty = std::find_if(form.options.begin(), form.options.end(),
                                  [](const OptionForm& option) { return option.text.empty(); });
  if (empty != form.options.end()) {
    return focus_option(form, static_cast<std::size_t>(empty - form.options.begin()), effects);
  }
  if (form.options.size() >= most_options) return;
  form.options.push_back({++form.last_key, 0, {}});
  form.changed = true;
  focus_option(form, form.options.size() - 1, effects);
}

void press_option(PostForm& form, std::string_view what, std::string_view key, Effects& effects) {
  const auto option = option_with(form, key);
  if (option == form.options.end() || view::desk::is_fixed(form, "poll.options")) return;
  const auto index = static_cast<std::size_t>(option - form.options.begin());
  const std::string name(key);
  if (what == "drop" && form.options.size() > view::desk::first_options) {
    form.options.erase(option);
    focus_option(form, index, effects);
  } else if (what == "up" && index > 0) {
    std::swap(form.options[index], form.options[index - 1]);
    effects.push_back(Focus{(index == 1 ? "down-" : "up-") + name});
  } else if (what == "down" && index + 1 < form.options.size()) {
    std::swap(form.options[index], form.options[index + 1]);
    effects.push_back(Focus{(index + 2 == form.options.size() ? "up-" : "down-") + name});
  } else {
    return;
  }
  form.changed = true;
}

} // namespace palabre::widget::desk
