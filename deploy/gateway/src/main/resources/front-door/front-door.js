// The front door's page: who is signed in, and the first thing that the person wants to see. All that comes from outside is
// put in as text.
const STAFF = ["grid-worker", "community-lead", "street-coordinator", "admin"];
const FAILED = "登录没有成功，请再试一次。 Signing in did not work; try again.";
const AWAY = "系统暂时没有回应，请稍后再试。 The system does not answer; try again a little later.";

const element = id => document.getElementById(id);
const show = (id, yes = true) => { element(id).hidden = !yes; };
const say = text => { element("message").textContent = text; };

async function read(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
}

async function signOut(csrf) {
  // A form and not fetch: the browser itself must go on to the provider, which ends its session too.
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out";
  const token = document.createElement("input");
  token.type = "hidden";
  token.name = "_csrf";
  token.value = csrf.token;
  form.append(token);
  document.body.append(form);
  form.submit();
}

async function showCases() {
  const { items } = await read("/api/cases?limit=20");
  const rows = items.map(theCase => {
    const row = document.createElement("tr");
    for (const text of [theCase.number ?? theCase.id, theCase.category, theCase.description, theCase.state]) {
      row.append(Object.assign(document.createElement("td"), { textContent: text ?? "" }));
    }
    return row;
  });
  document.querySelector("#cases tbody").replaceChildren(...rows);
  show("cases");
}

async function showPoints(id) {
  const { balance } = await read(`/api/points/${encodeURIComponent(id)}`);
  document.querySelector("#points .figure").textContent = balance;
  show("points");
}

async function open() {
  if (new URLSearchParams(location.search).get("sign-in") === "failed") {
    say(FAILED);
  }
  const session = await read("/session");
  show("stranger", !session.signedIn);
  show("person", session.signedIn);
  if (!session.signedIn) {
    return;
  }
  element("name").textContent = session.name;
  element("sign-out").addEventListener("click", () => signOut(session.csrf));
  if (session.roles.some(role => STAFF.includes(role))) {
    await showCases();
  } else if (session.roles.includes("observer")) {
    await showPoints(session.id);
  }
}

open().catch(() => say(AWAY));
