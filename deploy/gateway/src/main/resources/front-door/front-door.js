// The front door's page: who is signed in, and the first thing that the person wants to see. All that comes from outside is
// put in as text.
// Whose cases stand where: each desk's list is read by the people who work there.
const DESKS = [
  { section: "cases", path: "/api/cases?limit=20", roles: ["grid-worker", "community-lead", "street-coordinator", "admin"] },
  { section: "escalations", path: "/api/escalations?limit=20", roles: ["street-coordinator", "department-officer", "admin"] },
];
const STATES = {
  routed: "待核实 to verify",
  verified: "已核实 verified",
  assigned: "办理中 assigned",
  "on-hold": "挂账 on hold",
  escalated: "已上报街道 escalated",
  received: "待派发 to dispatch",
  dispatched: "已派发 dispatched",
  accepted: "部门办理中 accepted",
  returned: "已退回社区 returned",
  resolved: "已办结 resolved",
  closed: "已结案 closed",
  rejected: "不予受理 rejected",
  merged: "已并案 merged",
};
const FAILED = "登录没有成功，请再试一次。 Signing in did not work; try again.";
const NOTHING = "您已登录；本页没有您岗位的内容。 You are signed in; this page has nothing for your role.";
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

async function categoryNames() {
  const categories = await read("/api/categories");
  return new Map(categories.map(({ code, name }) => [code, `${name.zh} ${name.en}`]));
}

async function showDesk({ section, path }, names) {
  const { items } = await read(path);
  const rows = items.map(item => {
    const row = document.createElement("tr");
    for (const text of [item.number, names.get(item.category) ?? item.category, item.description, STATES[item.state] ?? item.state]) {
      row.append(Object.assign(document.createElement("td"), { textContent: text ?? "" }));
    }
    return row;
  });
  document.querySelector(`#${section} tbody`).replaceChildren(...rows);
  show(section);
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
  const desks = DESKS.filter(desk => desk.roles.some(role => session.roles.includes(role)));
  if (desks.length > 0) {
    const names = await categoryNames();
    await Promise.all(desks.map(desk => showDesk(desk, names)));
  } else if (session.roles.includes("observer")) {
    await showPoints(session.id);
  } else {
    say(NOTHING);
  }
}

open().catch(() => say(AWAY));
