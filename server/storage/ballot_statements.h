// The statements that a ballot takes, each prepared once on the connection that writes.
#pragma once

#include <string>

#include "server/storage/statement.h"

namespace palabre::storage {

struct FindVotedPost {
  explicit FindVotedPost(soci::session& session);
  std::int64_t id{0};
  std::string poll_kind;
  std::string state;
  std::int64_t opens{0};
  soci::indicator opens_null{soci::i_null};
  std::int64_t ends{0};
  soci::indicator ends_null{soci::i_null};
  std::int64_t revision{0};
  Statement statement;
};

struct FindCastBallot {
  explicit FindCastBallot(soci::session& session);
  std::int64_t post{0};
  std::string reader;
  std::string choices;
  std::int64_t other{0};
  soci::indicator other_null{soci::i_null};
  std::string words;
  std::string other_state;
  std::string name;
  std::string standing;
  Statement statement;
};

// Of ballots in a poll, or of a network in it.
struct CountBallots {
  CountBallots(soci::session& session, const char* and_where);
  std::int64_t post{0};
  std::string network;
  std::int64_t since{0};
  std::int64_t limit{0};
  std::int64_t count{0};
  Statement statement;
};

struct ListCast {
  explicit ListCast(soci::session& session);
  std::int64_t post{0};
  std::string network;
  std::int64_t limit{0};
  std::int64_t created{0};
  Statement statement;
};

struct FindNetworkBallots {
  explicit FindNetworkBallots(soci::session& session);
  std::int64_t post{0};
  std::string network;
  std::int64_t count{0};
  Statement statement;
};

struct FindPollTotal {
  explicit FindPollTotal(soci::session& session);
  std::int64_t post{0};
  std::int64_t cast_ballots{0};
  std::int64_t began{0};
  Statement statement;
};

struct FindReview {
  explicit FindReview(soci::session& session);
  std::int64_t post{0};
  std::string suspicion;
  std::string network;
  std::string standing;
  Statement statement;
};

// Equal answers are one; a state once given stays.
struct PutOtherAnswer {
  explicit PutOtherAnswer(soci::session& session);
  std::int64_t post{0};
  std::string folded;
  std::string words;
  std::string state; // comes back
  std::int64_t id{0};
  std::string known_state;
  Statement statement;
};

struct BallotRow {
  std::int64_t post{0};
  std::string reader;
  std::string network;
  std::string choices;
  std::int64_t other{0};
  soci::indicator other_null{soci::i_null};
  std::string name;
  std::string standing;
  std::string suspicion;
  std::int64_t created{0};
};

struct InsertBallot {
  explicit InsertBallot(soci::session& session);
  BallotRow row;
  Statement statement;
};

struct UpdateBallot {
  explicit UpdateBallot(soci::session& session);
  BallotRow row; // `created` is when it changed
  Statement statement;
};

struct AddToTally {
  explicit AddToTally(soci::session& session);
  std::int64_t post{0};
  std::string standing;
  std::string choices;
  std::int64_t change{0};
  Statement statement;
};

struct AddToOption {
  explicit AddToOption(soci::session& session);
  std::int64_t post{0};
  std::string standing;
  std::int64_t choice{0};
  std::int64_t change{0};
  Statement statement;
};

struct AddToOther {
  explicit AddToOther(soci::session& session);
  std::int64_t id{0};
  std::int64_t change{0};
  Statement statement;
};

struct AddToNetwork {
  explicit AddToNetwork(soci::session& session);
  std::int64_t post{0};
  std::string network;
  Statement statement;
};

struct AddToTotal {
  explicit AddToTotal(soci::session& session);
  std::int64_t post{0};
  std::int64_t counted{0}; // what is added
  std::int64_t set_apart{0};
  std::int64_t cast_ballots{0};
  std::int64_t began{0}; // of the first
  Statement statement;
};

struct BallotStatements {
  explicit BallotStatements(soci::session& session);
  FindVotedPost find_post;
  FindCastBallot find_ballot;
  CountBallots in_poll;
  CountBallots of_network;
  ListCast last_of_network;
  FindNetworkBallots find_network;
  FindPollTotal find_total;
  FindReview find_review;
  PutOtherAnswer put_other;
  InsertBallot insert;
  UpdateBallot update;
  AddToTally add_to_tally;
  AddToOption add_to_option;
  AddToOther add_to_other;
  AddToNetwork add_to_network;
  AddToTotal add_to_total;
};

} // namespace palabre::storage
