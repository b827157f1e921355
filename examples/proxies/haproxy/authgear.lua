-- The question to the Authgear resolver, for haproxy.cfg. Needs HAProxy 2.5 or newer (core.httpclient).

local RESOLVER = "http://127.0.0.1:8082/_resolver/resolve"
local PROJECT = "app.authgear.example"
-- HAProxy 2.6 tries four times, so a resolver that hangs holds a request four times as long.
local MILLISECONDS = 1500

local HEADERS = {
  "x-authgear-session-valid",
  "x-authgear-user-id",
  "x-authgear-user-anonymous",
  "x-authgear-user-verified",
  "x-authgear-user-can-reauthenticate",
  "x-authgear-user-roles",
  "x-authgear-session-acr",
  "x-authgear-session-amr",
  "x-authgear-session-authenticated-at",
}

-- HAProxy counts the lines of a header from 0; this returns them from 1.
local function lines(headers, name)
  local found = {}
  local values = headers[name]
  while values and values[#found] do
    found[#found + 1] = values[#found]
  end
  return found
end

-- Nothing of the client's but these three reaches the resolver: with x-forwarded-host a client could choose another
-- Authgear project. The scheme is that of Authgear's public address: JWT access tokens name it.
local function question(client, peer)
  local asked = {
    ["host"] = { PROJECT },
    ["x-forwarded-host"] = { PROJECT },
    ["x-forwarded-proto"] = { "https" },
    ["x-forwarded-for"] = { peer },
  }
  for _, name in ipairs({ "authorization", "user-agent" }) do
    local values = lines(client, name)
    if #values > 0 then
      asked[name] = { values[1] }
    end
  end
  local cookies = lines(client, "cookie")
  if #cookies > 0 then
    asked["cookie"] = { table.concat(cookies, "; ") }
  end
  return asked
end

-- Sets txn.authgear_ok only where the resolver has answered; haproxy.cfg refuses the request otherwise.
core.register_action("authgear", { "http-req" }, function(txn)
  txn:set_var("txn.authgear_ok", false)
  local client = core.httpclient()
  local called, answer = pcall(client.get, client, {
    url = RESOLVER,
    headers = question(txn.http:req_get_headers(), txn.f:src()),
    timeout = MILLISECONDS,
  })
  if not called or not answer or answer.status ~= 200 then
    core.Warning("authgear: no answer of the resolver: " .. tostring(called and answer and answer.status or answer))
    return
  end
  for _, name in ipairs(HEADERS) do
    local values = lines(answer.headers, name)
    if #values > 1 then
      core.Warning("authgear: the resolver sent " .. name .. " more than once")
      return
    end
    if values[1] and values[1] ~= "" then
      txn.http:req_set_header(name, values[1])
    end
  end
  local cookies = lines(answer.headers, "set-cookie")
  if cookies[1] then
    txn:set_var("txn.authgear_set_cookie", cookies[1])
  end
  txn:set_var("txn.authgear_ok", true)
end)
