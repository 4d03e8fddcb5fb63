// All pages work without this file. It adds suggestions, the reader's own time zone, and progress of an upload.
"use strict";

const later = (wait, run) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
};

const suggest = (field) => {
  const list = document.getElementById(field.getAttribute("list"));
  let asked = 0;
  field.addEventListener("input", later(150, async () => {
    const turn = ++asked;
    const typed = field.value.trim();
    if (typed.length < 2) return;
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (!answer.ok) return;
      const titles = await answer.json();
      if (turn !== asked) return;
      list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("option"), { value: title })));
    } catch {
      // Suggestions are a help; without them the search still works.
    }
  }));
};

const upload = (form) => {
  const state = form.querySelector("[role=status]");
  const bar = form.querySelector("progress");
  const field = form.querySelector("input[type=file]");
  const send = (file) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append(field.name, file);
    request.upload.addEventListener("progress", (e) => { if (e.lengthComputable) bar.value = e.loaded / e.total; });
    request.addEventListener("loadend", () => resolve(request.status));
    request.open("POST", form.action);
    request.send(body);
  });
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    bar.hidden = false;
    const failed = [];
    for (const file of field.files) {
      bar.value = 0;
      state.textContent = `Sending ${file.name} …`;
      const status = await send(file);
      if (status < 200 || status >= 400) failed.push(`${file.name} (${status || "no answer"})`);
    }
    state.textContent = failed.length ? `Not taken: ${failed.join(", ")}.` : "All files are in. Reload to see what was found in them.";
    bar.hidden = true;
  });
  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    field.files = e.dataTransfer.files;
  });
};

// A part of the page that is still changing is fetched anew until it is done.
const poll = (part) => setTimeout(async () => {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const now = page.getElementById(part.id);
    if (!now) return;
    const open = [...part.querySelectorAll("details")].map((details) => details.open);
    now.querySelectorAll("details").forEach((details, at) => { details.open = open[at] ?? false; });
    part.replaceWith(now);
    if (now.dataset.poll) poll(now);
  } catch {
    poll(part);
  }
}, Number(part.dataset.poll));

document.querySelectorAll("[data-poll]").forEach(poll);
// Completes the line of topics that is being typed, and says at once where no paper has it.
const topics = (field) => {
  const box = field.parentElement.querySelector(".suggestions");
  const [state, list] = [box.querySelector("[role=status]"), box.querySelector("ul")];
  const line = () => {
    const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const to = field.value.indexOf("\n", field.selectionStart);
    return { from, to: to < 0 ? field.value.length : to };
  };
  const take = (text) => {
    const { from, to } = line();
    field.setRangeText(`${text}\n`, from, Math.min(to + 1, field.value.length), "end");
    list.replaceChildren();
    state.textContent = "";
    field.focus();
  };
  let asked = 0;
  field.addEventListener("input", later(250, async () => {
    const turn = ++asked;
    const { from, to } = line();
    const typed = field.value.slice(from, to).trim();
    try {
      const answer = typed.length < 2 ? null : await fetch(`${field.dataset.topics}?q=${encodeURIComponent(typed)}`);
      if (turn !== asked) return;
      const found = answer?.ok ? await answer.json() : { topics: [], found: true };
      state.textContent = found.found ? "" : `No paper of the last 7 days has "${typed}".`;
      const offers = [...(found.meant ? [found.meant] : []), ...found.topics.filter((topic) => topic !== typed.toLowerCase())];
      list.replaceChildren(...offers.map((topic) => {
        const [item, button] = [document.createElement("li"), document.createElement("button")];
        Object.assign(button, { type: "button", className: "plain small", textContent: topic });
        button.addEventListener("click", () => take(topic));
        item.append(button);
        return item;
      }));
    } catch {
      // Suggestions are a help.
    }
  }));
};

document.querySelectorAll("[data-topics]").forEach(topics);
document.querySelectorAll("[data-suggest]").forEach(suggest);
document.querySelectorAll("[data-upload]").forEach(upload);
document.querySelectorAll("[data-own-zone] [name=zone]").forEach((field) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && field.value === field.defaultValue) field.value = zone;
});
