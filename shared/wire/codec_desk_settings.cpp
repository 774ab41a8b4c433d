// A site's settings.
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_desk_parts.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/codec_policy_parts.h"

namespace palabre::wire {
namespace {

void write_site_members(JsonWriter& writer, const DeskSite& site) {
  writer.member("id", site.id.text());
  writer.member("name", site.name);
  writer.member("origins", site.origins);
}

SiteSettings read_settings(FieldReader fields) {
  SiteSettings message;
  message.site = read_desk_site(fields.object("site"));
  message.policy = read_policy(fields.object("policy"), {}, UnknownMembers::ignored);
  FieldReader appearance = fields.object("appearance", Presence::optional);
  message.appearance = read_appearance(appearance);
  message.engagement = read_engagement(fields.object("engagement", Presence::optional));
  message.version = fields.integer("version");
  return message;
}

std::vector<SiteSummary> read_sites(FieldReader fields) {
  std::vector<SiteSummary> sites;
  for (FieldReader& site : fields.objects("sites")) {
    SiteSummary summary;
    summary.site = read_desk_site(site);
    summary.comments = site.integer("comments");
    summary.waiting = site.integer("waiting");
    sites.push_back(std::move(summary));
  }
  return sites;
}

} // namespace

DeskSite read_desk_site(FieldReader fields) {
  DeskSite site;
  site.id = read_id<SiteId>(fields, "id");
  site.name = fields.text("name");
  site.origins = fields.texts("origins");
  return site;
}

void write_desk_site(JsonWriter& writer, const DeskSite& site) {
  writer.begin_object();
  write_site_members(writer, site);
  writer.end_object();
}

Expected<SiteSettings> decode_site_settings(std::string_view json) {
  return decode_with<SiteSettings>(json, read_settings);
}

std::string encode(const SiteSettings& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("site");
  write_desk_site(writer, message.site);
  writer.key("policy");
  write_policy(writer, message.policy, Lists::written);
  writer.key("appearance");
  writer.begin_object();
  write_appearance(writer, message.appearance);
  writer.end_object();
  writer.key("engagement");
  write_engagement(writer, message.engagement);
  writer.member("version", message.version);
  writer.end_object();
  return out;
}

Expected<std::vector<SiteSummary>> decode_sites(std::string_view json) {
  return decode_with<std::vector<SiteSummary>>(json, read_sites);
}

std::string encode(const std::vector<SiteSummary>& sites) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("sites");
  writer.begin_array();
  for (const SiteSummary& site : sites) {
    writer.begin_object();
    write_site_members(writer, site.site);
    writer.member("comments", site.comments);
    writer.member("waiting", site.waiting);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return out;
}

Expected<ChangePolicy> decode_change_policy(std::string_view json, const rules::Policy& present) {
  return decode_with<ChangePolicy>(json, [&](FieldReader fields) {
    ChangePolicy message;
    message.version = fields.integer("version");
    message.policy = read_policy(fields.object("policy"), present, UnknownMembers::refused);
    return message;
  });
}

std::string encode(const ChangePolicy& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("version", message.version);
  writer.key("policy");
  write_policy(writer, message.policy, Lists::written);
  writer.end_object();
  return out;
}

Expected<ChangeOrigins> decode_change_origins(std::string_view json) {
  return decode_with<ChangeOrigins>(json, [](FieldReader fields) {
    ChangeOrigins message;
    message.version = fields.integer("version");
    message.origins = fields.texts("origins");
    return message;
  });
}

std::string encode_change(std::int64_t version, const rules::Policy& policy, const rules::Policy& base) {
  return "{\"version\":" + std::to_string(version) + ",\"policy\":" + encode_difference(policy, base) + "}";
}

std::string encode(const ChangeOrigins& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("version", message.version);
  writer.member("origins", message.origins);
  writer.end_object();
  return out;
}

Expected<ChangeAppearance> decode_change_appearance(std::string_view json) {
  return decode_with<ChangeAppearance>(json, [](FieldReader fields) {
    ChangeAppearance message;
    message.version = fields.integer("version");
    message.appearance = read_appearance(fields);
    return message;
  });
}

std::string encode(const ChangeAppearance& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("version", message.version);
  write_appearance(writer, message.appearance);
  writer.end_object();
  return out;
}

Expected<NewSite> decode_new_site(std::string_view json) {
  return decode_with<NewSite>(json, [](FieldReader fields) {
    NewSite message;
    message.name = fields.text("name");
    message.origins = fields.texts("origins");
    return message;
  });
}

std::string encode(const NewSite& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("name", message.name);
  writer.member("origins", message.origins);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
