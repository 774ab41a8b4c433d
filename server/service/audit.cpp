#include "server/service/audit.h"

#include "shared/wire/codec_desk.h"

namespace palabre::service {
namespace {

constexpr std::size_t lines_at_once = 5'000; // the log only grows: what is read in parts is still one log

// A spreadsheet would run what begins like a formula, also behind blanks.
bool is_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n|%").find(text[first]) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view text) {
  out += '"';
  if (is_formula(text)) out += '\'';
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  out += '"';
}

void append_line(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += ',';
    first = false;
    append_cell(out, cell);
  }
  out += "\r\n";
}

void append_csv(std::string& out, const wire::AuditEntry& entry) {
  append_line(out, {std::to_string(entry.id), to_rfc3339(entry.at), entry.by, entry.action, entry.site, entry.about,
                    entry.before, entry.after, entry.note});
}

} // namespace

Expected<wire::AuditPage> read_audit(const Context& context, const storage::AuditFilter& filter,
                                     const std::string& after) {
  return context.store.decisions().read_audit(filter, after, audit_page_size);
}

Expected<std::string> export_audit(const Context& context, const storage::AuditFilter& filter, AuditFormat format) {
  std::string out;
  if (format == AuditFormat::csv) {
    out = "\xEF\xBB\xBF";
    append_line(out, {"id", "at", "by", "action", "site", "about", "before", "after", "note"});
  }
  std::string after;
  do {
    const auto page = context.store.decisions().read_audit(filter, after, lines_at_once);
    if (!page) return tl::unexpected(page.error());
    for (const wire::AuditEntry& entry : page->entries) {
      if (format == AuditFormat::csv) {
        append_csv(out, entry);
      } else {
        out += wire::encode(entry) + "\n";
      }
    }
    after = page->next;
  } while (!after.empty());
  return out;
}

} // namespace palabre::service
