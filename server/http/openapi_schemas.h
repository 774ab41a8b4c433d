// The shapes of the JSON protocol (wire/codec.h) in OpenAPI's words. A test compares them with what the codec writes.
#pragma once

#include <string_view>

namespace palabre::http {

inline constexpr std::string_view openapi_parameters = R"json({
"site":{"name":"site","in":"query","required":true,"schema":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"}},
"page":{"name":"page","in":"query","required":true,"description":"The page's key","schema":{"type":"string","maxLength":1000}},
"pages":{"name":"page","in":"query","required":true,"explode":true,"description":"Pages' keys, up to 200","schema":{"type":"array","maxItems":200,"items":{"type":"string"}}},
"sort":{"name":"sort","in":"query","description":"best: by votes (the lower bound of Wilson's interval), of equals those with the most published comments below them first, then the newest. controversial: by how much and how evenly they are voted on","schema":{"enum":["newest","oldest","best","controversial"],"default":"newest"}},
"after":{"name":"after","in":"query","description":"The former page's `next`","schema":{"type":"string"}},
"through":{"name":"through","in":"query","description":"A comment: all pages up to the one that holds it, as one, up to 2,000 top-level comments. Without effect where it is not in this thread, or further","schema":{"type":"string"}},
"lang":{"name":"lang","in":"query","description":"A language tag; en where it is not spoken","schema":{"type":"string"}},
"language":{"name":"language","in":"path","required":true,"description":"A language that there is a catalogue in","schema":{"enum":["en","fr","de","es","it","pt","nl","ja","ar"]}},
"html":{"name":"html","in":"query","description":"1: as HTML too","schema":{"enum":["0","1"],"default":"0"}},
"reply":{"name":"reply","in":"query","description":"The comment to answer","schema":{"type":"string"}},
"version":{"name":"v","in":"query","description":"Any version: the answer may then be kept for ever","schema":{"type":"string"}},
"id":{"name":"id","in":"path","required":true,"description":"Of the comment or the post","schema":{"type":"string"}},
"mark":{"name":"name","in":"path","required":true,"description":"up, down, or a reaction of the site","schema":{"type":"string"}},
"sitePath":{"name":"site","in":"path","required":true,"schema":{"type":"string"}},
"pagePath":{"name":"page","in":"path","required":true,"description":"The page's key with its slashes, or = and the key with its slashes encoded","schema":{"type":"string"}},
"ifNoneMatch":{"name":"If-None-Match","in":"header","description":"ETag of what is already there: 304","schema":{"type":"string"}},
"idempotencyKey":{"name":"Idempotency-Key","in":"header","description":"The same key again gives the first comment again","schema":{"type":"string","maxLength":100}}
})json";

inline constexpr std::string_view openapi_schemas = R"json({
"Author":{"type":"object","required":["name","website"],"properties":{"name":{"type":"string"},"website":{"type":"string"}}},
"Comment":{"type":"object","required":["id","parent","author","body","created","edited","state"],"properties":{
"id":{"type":"string"},"parent":{"type":["string","null"]},"author":{"$ref":"#/components/schemas/Author"},
"body":{"type":"string","description":"Markdown"},"created":{"type":"string","format":"date-time"},
"edited":{"type":["string","null"],"format":"date-time"},"state":{"enum":["published","held","hidden","deleted"]},"reasons":{"type":"array","items":{"type":"string"}},
"masks":{"type":"array","items":{"type":"string"}},"marks":{"$ref":"#/components/schemas/MarkTally"}}},
"MarkTally":{"type":"object","properties":{"up":{"type":"integer"},"down":{"type":"integer"},
"votes_hidden":{"type":"boolean","description":"There are some, too few for the site to show"},
"reactions":{"type":"array","items":{"type":"object","required":["name","count"],"properties":{"name":{"type":"string"},"count":{"type":"integer"}}}}}},
"MarkRules":{"type":"object","required":["votes","reactions","on_page"],"properties":{"votes":{"enum":["none","up","up_and_down"]},
"reactions":{"type":"array","items":{"type":"object","required":["name","symbol"],"properties":{"name":{"type":"string"},
"symbol":{"type":"string"},"label":{"type":"string"}}}},"on_page":{"type":"boolean"},"scores_from":{"type":"integer"}}},
"MarkAnswer":{"type":"object","required":["marks","mine"],"properties":{"marks":{"$ref":"#/components/schemas/MarkTally"},
"mine":{"type":"array","items":{"type":"string"}}}},
"Thread":{"type":"object","required":["site","page","title","version","total","sort","comments","next"],"properties":{
"site":{"type":"string"},"page":{"type":"string"},"title":{"type":"string"},"version":{"type":"integer"},
"total":{"type":"integer"},"sort":{"enum":["newest","oldest","best","controversial"]},
"comments":{"type":"array","description":"Up to 100 top-level comments, each followed by its replies","items":{"$ref":"#/components/schemas/Comment"}},
"next":{"type":["string","null"],"description":"`after` of the next page"},"closed":{"type":"boolean"},"html":{"type":"string"},
"marks":{"$ref":"#/components/schemas/MarkRules"},"page_marks":{"$ref":"#/components/schemas/MarkTally"},
"posts":{"type":"array","description":"Of the page, where there are any; of the first page only","items":{"$ref":"#/components/schemas/Post"}},
"now":{"type":"string","format":"date-time","description":"The server's, with posts"},"posts_html":{"type":"string"}}},
"Post":{"type":"object","required":["id","site","kind","title","body","phase"],"properties":{
"id":{"type":"string"},"site":{"type":"string"},"kind":{"enum":["announcement","question","poll","contest"]},
"state":{"enum":["draft","planned","withdrawn"]},"purpose":{"enum":["value","promotion"]},"severity":{"enum":["news","question","incident"]},
"shape":{"enum":["banner","card","in_place"]},"pages":{"type":"array","items":{"type":"string"}},"dismissible":{"type":"boolean"},
"title":{"type":"string"},"body":{"type":"string","description":"Markdown"},"starts":{"type":"string","format":"date-time"},
"ends":{"type":"string","format":"date-time"},"poll":{"$ref":"#/components/schemas/Poll"},"contest":{"type":"object"},
"created":{"type":"string","format":"date-time"},"revision":{"type":"integer"},"phase":{"enum":["open","closed"]},
"poll_view":{"$ref":"#/components/schemas/PollView"},"contest_view":{"type":"object"}}},
"Poll":{"type":"object","required":["kind","options","least","most","other","results","secrecy","changeable"],"properties":{
"kind":{"enum":["single","multiple","ranked","scale"]},"options":{"type":"array","items":{"type":"object","required":["id","text"],
"properties":{"id":{"type":"integer"},"text":{"type":"string"}}}},"least":{"type":"integer"},"most":{"type":"integer"},"other":{"type":"boolean"},
"results":{"enum":["always","after_voting","at_closing","staff"]},"secrecy":{"enum":["secret","open"]},"changeable":{"type":"boolean"},
"low":{"type":"string"},"high":{"type":"string"}}},
"PollResult":{"type":"object","required":["ballots","counts"],"properties":{"ballots":{"type":"integer"},
"counts":{"type":"array","items":{"type":"object","properties":{"option":{"type":"integer"},"count":{"type":"integer"}}}},
"rounds":{"type":"array","items":{"type":"object"}},"winners":{"type":"array","items":{"type":"integer"}}}},
"PollView":{"type":"object","required":["shown","voters","set_apart"],"properties":{"shown":{"type":"boolean"},
"result":{"$ref":"#/components/schemas/PollResult"},"voters":{"type":"integer"},"set_apart":{"type":"integer","description":"Under suspicion, not counted"},
"others":{"type":"array","items":{"type":"string"}}}},
"PostList":{"type":"object","required":["posts","now"],"properties":{"posts":{"type":"array","items":{"$ref":"#/components/schemas/Post"}},
"now":{"type":"string","format":"date-time","description":"To the minute"},"html":{"type":"string"}}},
"Ballot":{"type":"object","required":["choices"],"properties":{"choices":{"type":"array","items":{"type":"integer"},
"description":"Options' ids; 0: the other answer; ranked: the best first; scale: one of 1 to 5"},"other":{"type":"string","maxLength":200}}},
"CastBallot":{"type":"object","required":["choices"],"properties":{"choices":{"type":"array","items":{"type":"integer"}},
"other":{"type":"string","maxLength":200},"name":{"type":"string","description":"Where ballots are published with names"}}},
"BallotReceipt":{"type":"object","required":["ballot","post"],"properties":{"ballot":{"$ref":"#/components/schemas/Ballot"},
"post":{"$ref":"#/components/schemas/Post"}}},
"PublishedBallots":{"type":"object","required":["ballots","result"],"properties":{"ballots":{"type":"array","items":{"type":"object",
"properties":{"choices":{"type":"array","items":{"type":"integer"}},"count":{"type":"integer"}}}},
"named":{"type":"array","items":{"type":"object"}},"result":{"$ref":"#/components/schemas/PollResult"}}},
"OwnPart":{"type":"object","required":["post"],"properties":{"post":{"type":"string"},"ballot":{"$ref":"#/components/schemas/Ballot"},
"entry":{"type":"object"},"poll_view":{"$ref":"#/components/schemas/PollView"}}},
"PostComment":{"type":"object","required":["site","page","author","body"],"properties":{
"site":{"type":"string"},"page":{"type":"string"},"url":{"type":"string"},"title":{"type":"string"},"parent":{"type":["string","null"]},
"author":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"email":{"type":"string"},"website":{"type":"string"}}},
"body":{"type":"string"},
"proof":{"type":"string","description":"1;milliseconds of writing;what stands in the hidden field"},
"lang":{"type":"string","description":"Language of the page, for texts too short to tell"}}},
"EditComment":{"type":"object","required":["body"],"properties":{"body":{"type":"string"}}},
"PostedComment":{"type":"object","required":["comment","verdict","reasons"],"properties":{
"comment":{"$ref":"#/components/schemas/Comment"},"verdict":{"enum":["publish","hold","hide","reject"]},
"reasons":{"type":"array","items":{"$ref":"#/components/schemas/Reason"}},
"edit_token":{"type":"string"}}},
"Reason":{"type":"object","required":["rule","severity","decision","field","start","end","message"],"properties":{
"rule":{"type":"string"},"severity":{"enum":["note","mild","strong","severe"]},"decision":{"enum":["publish","hide","hold","reject"]},
"field":{"enum":["body","author.name","author.website"]},"start":{"type":"integer","description":"Unicode code points of the field"},
"end":{"type":"integer"},"count":{"type":"integer"},"message":{"type":"string","description":"A key of /messages"}}},
"OwnComments":{"type":"object","required":["published","comments"],"properties":{
"published":{"type":"integer","description":"Comments of this reader on the whole site"},
"comments":{"type":"array","description":"Held and hidden ones of this page","items":{"$ref":"#/components/schemas/OwnComment"}},
"posts":{"type":"array","description":"One's part in the page's posts","items":{"$ref":"#/components/schemas/OwnPart"}},
"marks":{"type":"array","description":"What this reader left; without `comment`: on the page itself","items":{"type":"object","required":["names"],
"properties":{"comment":{"type":"string"},"names":{"type":"array","items":{"type":"string"}}}}}}},
"OwnComment":{"type":"object","required":["comment","verdict","reasons","appealed","edit_token"],"properties":{
"comment":{"$ref":"#/components/schemas/Comment"},"verdict":{"enum":["publish","hold","hide","reject"]},
"reasons":{"type":"array","items":{"$ref":"#/components/schemas/Reason"}},"appealed":{"type":"boolean"},"edit_token":{"type":"string"}}},
"FlagComment":{"type":"object","required":["reason"],"properties":{
"reason":{"enum":["offence","spam","promotion","personal_data","off_topic","other"]},"note":{"type":"string","maxLength":500}}},
"Appeal":{"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":500}}},
"PagePolicy":{"type":"object","required":["policy","open","languages"],"properties":{
"policy":{"type":"object","description":"Without the owner's lists"},"open":{"type":"boolean","description":"Whether the page takes comments"},
"languages":{"type":"array","description":"That there are word lists of","items":{"type":"string"}}}},
"PlainForm":{"type":"object","required":["name","body"],"properties":{"name":{"type":"string"},"email":{"type":"string"},
"website":{"type":"string"},"body":{"type":"string"},"parent":{"type":"string"},
"version":{"type":"string"},"url":{"type":"string","description":"Where the page is"},"title":{"type":"string"},
"show":{"type":"string","description":"Not empty: the form is shown again, and not kept"}}},
"PostForm":{"type":"object","required":["do"],"properties":{"do":{"enum":["vote","enter"]},
"choice":{"type":"array","items":{"type":"string"},"description":"Options' numbers; 0: an answer of one's own"},
"other":{"type":"string"},"name":{"type":"string"},"text":{"type":"string"},
"naming":{"enum":["name","initials","nobody"]}},
"additionalProperties":{"type":"string","description":"place-1 and so on: the place of an option in a ranking"}},
"Counts":{"type":"object","required":["counts"],"properties":{"counts":{"type":"array","items":{"type":"object",
"required":["page","comments"],"properties":{"page":{"type":"string"},"comments":{"type":"integer"},
"text":{"type":"string","description":"The number in words, when a language was asked for"}}}}}},
"Health":{"type":"object","required":["status"],"properties":{"status":{"const":"ok"}}},
"Messages":{"type":"object","description":"Texts by key","additionalProperties":{"type":"string"}},
"Anything":{"type":"object"},
"Problem":{"type":"object","required":["type","title","status","code"],"properties":{"type":{"type":"string"},
"title":{"type":"string"},"status":{"type":"integer"},"code":{"enum":"ERROR_NAMES"},"field":{"type":"string"},
"detail":{"type":"string"},"reasons":{"type":"array","description":"With rejected_by_rules: the rules' names","items":{"type":"string"}},"retry_after":{"type":"integer"}}}
})json";

} // namespace palabre::http
