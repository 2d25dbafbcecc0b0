// provider.mjs PORT REDIRECT GROUPS: an OpenID Connect provider on loopback with its own sign-in pages, which take any account and
// password. The groups of everybody stand in the file GROUPS, one a line, read at each sign-in. Ends with its standard input.
import { readFileSync } from "node:fs";
import { Provider } from "oidc-provider";

const [port, redirect, groups] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: "assets", client_secret: "a secret of the tests only", redirect_uris: [redirect], post_logout_redirect_uris: [new URL("/sign-in", redirect).href], response_types: ["code"], grant_types: ["authorization_code"], token_endpoint_auth_method: "client_secret_post" }],
  cookies: { keys: ["a key of the tests only"] },
  claims: { openid: ["sub"], profile: ["name", "preferred_username"], email: ["email"], groups: ["groups"] },
  scopes: ["openid", "profile", "email", "groups"],
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: `subject-of-${id}`, preferred_username: id, name: `Person ${id}`, email: `${id}@example.org`, groups: readFileSync(groups, "utf8").split("\n").filter(Boolean) }),
  }),
});
provider.listen(Number(port), "localhost", () => console.log(`Listening at ${issuer}`));
process.stdin.on("end", () => process.exit(0)).resume();
