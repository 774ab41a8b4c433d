-- wrk: comments on 50 pages, each with words of its own.
local counter = 0
local thread_number = 0

function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

function request()
  counter = counter + 1
  local page = "/posts/" .. (counter % 50)
  local body = string.format(
    '{"site":"bench","page":"%s","author":{"name":"Writer %d"},"body":"Comment %d of writer %d, **with** some words in it."}',
    page, number, counter, number)
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end
