// What is sent to cast ballots, to publish them and to review them.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

void write_anomaly(JsonWriter& writer, const BallotAnomaly& anomaly) {
  writer.member("group", anomaly.group);
  writer.member("rule", anomaly.rule);
  writer.member("ballots", anomaly.ballots);
  writer.member("first", to_rfc3339(anomaly.first));
  writer.member("last", to_rfc3339(anomaly.last));
  writer.member("standing", to_name(anomaly.standing));
}

BallotAnomaly read_anomaly(FieldReader fields) {
  BallotAnomaly anomaly;
  anomaly.group = fields.text("group");
  anomaly.rule = fields.text("rule");
  anomaly.ballots = fields.integer("ballots");
  anomaly.first = read_time(fields, "first").value_or(Instant{});
  anomaly.last = read_time(fields, "last").value_or(Instant{});
  anomaly.standing = read_name(fields, "standing", parse_ballot_standing);
  return anomaly;
}

PublishedBallots read_published(FieldReader fields) {
  PublishedBallots message;
  for (FieldReader& ballot : fields.objects("ballots")) {
    message.ballots.push_back({read_numbers(ballot, "choices"), ballot.integer("count")});
  }
  for (FieldReader& named : fields.objects("named", Presence::optional)) {
    message.named.push_back({named.text("name"), read_ballot(named)});
  }
  message.result = read_poll_result(fields.object("result"));
  return message;
}

PollDeskResults read_desk_results(FieldReader fields) {
  PollDeskResults message;
  message.post = read_post_document(fields.object("post"));
  message.with_all = read_poll_result(fields.object("with_all"));
  for (FieldReader& anomaly : fields.objects("anomalies")) message.anomalies.push_back(read_anomaly(anomaly));
  for (FieldReader& held : fields.objects("held_others")) {
    message.held_others.emplace_back(held.integer("id"), held.text("words"));
  }
  return message;
}

} // namespace

std::string_view to_name(BallotStanding standing) {
  return standing == BallotStanding::set_apart ? "set_apart" : "counted";
}

std::optional<BallotStanding> parse_ballot_standing(std::string_view name) {
  if (name == "counted") return BallotStanding::counted;
  if (name == "set_apart") return BallotStanding::set_apart;
  return std::nullopt;
}

Expected<CastBallot> decode_cast_ballot(std::string_view json) {
  return decode_with<CastBallot>(json, [](FieldReader fields) {
    CastBallot message;
    message.ballot = read_ballot(fields);
    message.name = fields.text("name", Presence::optional);
    return message;
  });
}

std::string encode(const CastBallot& message) {
  return written_object([&](JsonWriter& writer) {
    write_ballot_members(writer, message.ballot);
    write_if_any(writer, "name", message.name);
  });
}

Expected<BallotReceipt> decode_ballot_receipt(std::string_view json) {
  return decode_with<BallotReceipt>(json, [](FieldReader fields) {
    BallotReceipt message;
    FieldReader ballot = fields.object("ballot");
    message.ballot = read_ballot(ballot);
    message.post = read_post_document(fields.object("post"));
    return message;
  });
}

std::string encode(const BallotReceipt& message) {
  return written_object([&](JsonWriter& writer) {
    writer.key("ballot");
    writer.begin_object();
    write_ballot_members(writer, message.ballot);
    writer.end_object();
    writer.key("post");
    write_post_document(writer, message.post);
  });
}

Expected<PublishedBallots> decode_published_ballots(std::string_view json) {
  return decode_with<PublishedBallots>(json, read_published);
}

std::string encode(const PublishedBallots& message) {
  return written_object([&](JsonWriter& writer) {
    write_objects(writer, "ballots", message.ballots, [](JsonWriter& out, const BallotCount& ballot) {
      write_numbers(out, "choices", ballot.choices);
      out.member("count", ballot.count);
    });
    if (!message.named.empty()) {
      write_objects(writer, "named", message.named, [](JsonWriter& out, const NamedBallot& named) {
        out.member("name", named.name);
        write_ballot_members(out, named.ballot);
      });
    }
    writer.key("result");
    write_poll_result(writer, message.result);
  });
}

Expected<PollDeskResults> decode_poll_desk_results(std::string_view json) {
  return decode_with<PollDeskResults>(json, read_desk_results);
}

std::string encode(const PollDeskResults& message) {
  return written_object([&](JsonWriter& writer) {
    writer.key("post");
    write_post_document(writer, message.post);
    writer.key("with_all");
    write_poll_result(writer, message.with_all);
    write_objects(writer, "anomalies", message.anomalies, write_anomaly);
    write_objects(writer, "held_others", message.held_others,
                  [](JsonWriter& out, const std::pair<std::int64_t, std::string>& held) {
                    out.member("id", held.first);
                    out.member("words", held.second);
                  });
  });
}

Expected<ReviewBallots> decode_review_ballots(std::string_view json) {
  return decode_with<ReviewBallots>(json, [](FieldReader fields) {
    ReviewBallots message;
    message.group = fields.text("group", Presence::optional);
    message.standing = read_name_or(fields, "standing", message.standing, parse_ballot_standing);
    message.other = fields.integer("other", Presence::optional);
    if (fields.has("publish")) message.publish = fields.boolean("publish");
    if (message.group.empty() == (message.other == 0)) fields.refuse(ErrorCode::missing_field, "group");
    return message;
  });
}

std::string encode(const ReviewBallots& message) {
  return written_object([&](JsonWriter& writer) {
    if (!message.group.empty()) {
      writer.member("group", message.group);
      writer.member("standing", to_name(message.standing));
    } else {
      writer.member("other", message.other);
      write_flag(writer, "publish", message.publish);
    }
  });
}

} // namespace palabre::wire
