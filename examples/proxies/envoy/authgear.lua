-- The question to the Authgear resolver, for envoy.yaml.

local PROJECT = "app.authgear.example"
local CLUSTER = "authgear"
local MILLISECONDS = 5000
-- Proves to the backend that this filter was at work. The only place of the secret; keep this file to root. What stands
-- here is too short to be one, so the backend refuses to start with it.
local SECRET = "openssl rand -hex 32"

-- Without identity, and without asking, so that these answer when the resolver does not.
local WITHOUT_IDENTITY = { ["/health"] = true }

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

-- What a client sent, in every spelling that Envoy lets through: names with dots, too.
local function strip(headers)
  local odd = {}
  for name in pairs(headers) do
    if name:find("^x%-authgear") or (name:find("[_.]") and not name:find("^:")) then
      odd[#odd + 1] = name
    end
  end
  for _, name in ipairs(odd) do
    headers:remove(name)
  end
  for _, name in ipairs(HEADERS) do
    headers:remove(name)
  end
  headers:remove("x-proxy-secret")
  headers:remove("x-forwarded-host")
  headers:remove("x-original-host")
  headers:remove("x-original-proto")
  headers:remove("forwarded")
  -- WebSocket and no other upgrade, in constants: a client could name our headers in Connection, for the next hop to
  -- drop.
  if (headers:get("upgrade") or ""):lower() == "websocket" then
    headers:replace("upgrade", "websocket")
    headers:replace("connection", "Upgrade")
  else
    headers:remove("upgrade")
    headers:remove("connection")
  end
  headers:remove("http2-settings")
end

-- Nothing of the client's but these three reaches the resolver: with x-forwarded-host a client could choose another
-- Authgear project. The scheme is that of Authgear's public address: JWT access tokens name it.
local function question(headers)
  local asked = {
    [":method"] = "GET",
    [":path"] = "/_resolver/resolve",
    [":authority"] = PROJECT,
    ["x-forwarded-host"] = PROJECT,
    ["x-forwarded-proto"] = "https",
  }
  for _, name in ipairs({ "authorization", "cookie", "user-agent" }) do
    asked[name] = headers:get(name)
  end
  return asked
end

local function unavailable(handle)
  handle:respond({ [":status"] = "503", ["retry-after"] = "5" }, "")
end

local function protect(handle)
  strip(handle:headers())
  if WITHOUT_IDENTITY[handle:headers():get(":path")] then
    return
  end
  if handle:headers():getNumValues("authorization") > 1 then
    -- The resolver would take the first and the backend perhaps the other.
    handle:respond({ [":status"] = "400" }, "")
    return
  end
  local answer = handle:httpCall(CLUSTER, question(handle:headers()), "", MILLISECONDS)
  if not answer or answer[":status"] ~= "200" then
    unavailable(handle)
    return
  end
  -- Asked for anew: what was got before the call may not be used after it.
  local headers = handle:headers()
  for _, name in ipairs(HEADERS) do
    if answer[name] and answer[name] ~= "" then
      headers:replace(name, answer[name])
    end
  end
  headers:replace("x-proxy-secret", SECRET)
  if answer["set-cookie"] then
    handle:streamInfo():dynamicMetadata():set("authgear", "set-cookie", answer["set-cookie"])
  end
end

-- Envoy lets a request through whose script fails, so none may.
function envoy_on_request(handle)
  local done, failure = pcall(protect, handle)
  if not done then
    handle:logErr("authgear: " .. tostring(failure))
    unavailable(handle)
  end
end

-- Hands the resolver's clearing of a dead session cookie on to the browser, on a 401 as well.
function envoy_on_response(handle)
  local kept = handle:streamInfo():dynamicMetadata():get("authgear")
  if kept and kept["set-cookie"] then
    handle:headers():add("set-cookie", kept["set-cookie"])
  end
end
