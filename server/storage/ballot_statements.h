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
  std::string folded;
  std::string other_state;
  std::string name;
  std::string standing;
  std::string network;
  std::int64_t nth{0};
  Statement statement;
};

// Of ballots in a poll since some time.
struct CountBallots {
  explicit CountBallots(soci::session& session);
  std::int64_t post{0};
  std::int64_t since{0};
  std::int64_t limit{0};
  std::int64_t count{0};
  Statement statement;
};

// When a network's ballots came, the last first.
struct ListCast {
  explicit ListCast(soci::session& session);
  std::int64_t post{0};
  std::string network;
  std::int64_t limit{0};
  std::int64_t created{0};
  Statement statement;
};

// What a network's first ballots say.
struct ListFirst {
  explicit ListFirst(soci::session& session);
  std::int64_t post{0};
  std::string network;
  std::int64_t up_to{0};
  std::string choices;
  Statement statement;
};

// What the first ballots of all networks say.
struct ListBase {
  explicit ListBase(soci::session& session);
  std::int64_t post{0};
  std::int64_t choice{0};
  std::int64_t base{0};
  Statement statement;
};

struct NetworkRow {
  std::int64_t post{0};
  std::string network;
  std::int64_t count{0};
  std::string choices;
  std::string suspicion;
  std::int64_t counted{0};
  std::string decided;
};

struct FindNetwork {
  explicit FindNetwork(soci::session& session);
  NetworkRow row;
  Statement statement;
};

struct PutNetwork {
  explicit PutNetwork(soci::session& session);
  NetworkRow row;
  Statement statement;
};

struct ListLargest {
  explicit ListLargest(soci::session& session);
  std::int64_t post{0};
  std::int64_t limit{0};
  std::string network;
  Statement statement;
};

struct FindPollTotal {
  explicit FindPollTotal(soci::session& session);
  std::int64_t post{0};
  std::int64_t cast_ballots{0};
  std::int64_t base{0};
  std::int64_t began{0};
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
  std::int64_t nth{0};
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
  std::int64_t base{0};
  Statement statement;
};

struct AddToOther {
  explicit AddToOther(soci::session& session);
  std::int64_t id{0};
  std::int64_t change{0};
  Statement statement;
};

struct AddToTotal {
  explicit AddToTotal(soci::session& session);
  std::int64_t post{0};
  std::int64_t counted{0}; // what is added
  std::int64_t set_apart{0};
  std::int64_t cast_ballots{0};
  std::int64_t base{0};
  std::int64_t began{0};    // of the first
  std::int64_t all_base{0}; // comes back
  Statement statement;
};

struct BallotStatements {
  explicit BallotStatements(soci::session& session);
  FindVotedPost find_post;
  FindCastBallot find_ballot;
  CountBallots in_poll;
  ListCast last_of_network;
  ListFirst first_of_network;
  ListBase list_base;
  FindNetwork find_network;
  PutNetwork put_network;
  ListLargest list_largest;
  FindPollTotal find_total;
  PutOtherAnswer put_other;
  InsertBallot insert;
  UpdateBallot update;
  AddToTally add_to_tally;
  AddToOption add_to_option;
  AddToOther add_to_other;
  AddToTotal add_to_total;
};

} // namespace palabre::storage
