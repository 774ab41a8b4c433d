-- wrk: comments on 50 pages, each with words of its own.
local words = {}
for word in ([[the market opens early and nobody minds because bread is warm coffee strong neighbours talk about
  everything le marché du samedi commence tôt les voisins se parlent enfin vraiment de tout rien river garden window
  winter train station library music teacher history question answer morning evening bridge harbour mountain forest
  recipe kitchen summer village paper letter camera travel weather concert bicycle painting novel chapter engine]]):gmatch("%S+") do
  words[#words + 1] = word
end
local counter = 0
local thread_number = 0

function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

function init()
  math.randomseed(number + 1)
end

-- Comments that are alike would be held, and a held one is cheaper than what people post.
local function some_words()
  local chosen = {}
  for i = 1, 15 + math.random(15) do
    chosen[i] = words[math.random(#words)]
  end
  return table.concat(chosen, " ")
end

function request()
  counter = counter + 1
  local page = "/posts/" .. (counter % 50)
  local body = string.format(
    '{"site":"bench","page":"%s","author":{"name":"Writer %d"},"body":"Comment %d, **with** words: %s."}',
    page, number, counter, some_words())
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end
