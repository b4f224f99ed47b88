"use strict";
(() => {
  const root = document.documentElement;
  const toolbar = document.querySelector(".toolbar");
  const help = document.querySelector(".help");
  const chapters = [...document.querySelectorAll(".chapter")];
  const remarks = [...document.querySelectorAll(".remark")];
  const wide = matchMedia("(min-width: 44.01rem)");
  const off = new Set();
  let current = -1;

  const remembered = {
    get(key) { try { return localStorage.getItem("edcheck." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("edcheck." + key, value); } catch { /* a page on a disk may have no storage */ } },
  };

  function marksOf(remark) {
    return remark.closest(".chapter").querySelectorAll(`mark[data-f~="${remark.dataset.n}"]`);
  }

  function visible() { return remarks.filter((remark) => !remark.hidden); }

  // Remarks go beside their marks where there is room; without a script they stand at the head of their paragraph.
  function align(group) {
    const margin = group.querySelector(".margin");
    if (!margin) return;
    const notes = [...margin.children].filter((note) => !note.hidden);
    for (const note of notes) note.style.marginTop = "";
    if (!wide.matches || !notes.length) return;
    const top = margin.getBoundingClientRect().top;
    const places = notes.map((note) => {
      const call = document.getElementById("m-" + note.id.slice(2));
      const box = note.getBoundingClientRect();
      return { note, start: box.top - top, end: box.bottom - top, want: call ? call.getBoundingClientRect().top - top - 6 : 0 };
    });
    const room = group.getBoundingClientRect().height - places[places.length - 1].end;
    let moved = 0;
    for (const place of places) {
      const shift = Math.min(Math.max(place.want - place.start - moved, 0), Math.max(room - moved, 0));
      if (shift > 4) { place.note.style.marginTop = `${shift}px`; moved += shift; }
    }
  }

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { align(entry.target); seen.unobserve(entry.target); }
  }, { rootMargin: "1200px" });
  const groups = [...document.querySelectorAll(".group")].filter((group) => group.querySelector(".margin"));
  function alignAll() { for (const group of groups) { seen.unobserve(group); seen.observe(group); } }

  function go(step) {
    const shown = visible();
    if (!shown.length) return;
    let index = shown.indexOf(remarks[current]);
    if (index < 0) {
      const line = innerHeight / 3;
      index = shown.findIndex((remark) => remark.getBoundingClientRect().top > line);
      index = index < 0 ? shown.length - 1 : step > 0 ? index : index - 1;
    } else index += step;
    select(shown[Math.max(0, Math.min(index, shown.length - 1))], true);
  }

  function select(remark, move) {
    if (current >= 0) remarks[current].classList.remove("current");
    current = remarks.indexOf(remark);
    remark.classList.add("current");
    if (!move) return;
    align(remark.closest(".group"));
    remark.focus({ preventScroll: true });
    const mark = document.getElementById("m-" + remark.id.slice(2)) || remark;
    mark.scrollIntoView({ block: "center" });
    history.replaceState(null, "", "#" + remark.id);
    report();
  }

  function report() {
    const shown = visible();
    const at = current >= 0 ? shown.indexOf(remarks[current]) + 1 : 0;
    toolbar.elements.shown.value = at ? `${at} of ${shown.length}` : `${shown.length} of ${remarks.length}`;
  }

  function filter() {
    const family = toolbar.elements.family.value;
    const chosen = toolbar.elements.document ? toolbar.elements.document.value : "";
    const words = toolbar.elements.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const narrowed = off.size > 0 || family !== "" || words.length > 0;
    for (const chapter of chapters) {
      let left = 0;
      const hiddenNumbers = new Set();
      for (const remark of chapter.querySelectorAll(".remark")) {
        const data = remark.dataset;
        const text = words.length ? remark.textContent.toLowerCase() : "";
        remark.hidden = off.has(data.severity) || (family !== "" && data.family !== family) || !words.every((word) => text.includes(word));
        if (remark.hidden) hiddenNumbers.add(data.n); else left += 1;
        const call = document.getElementById("m-" + remark.id.slice(2));
        if (call) call.classList.toggle("off", remark.hidden);
      }
      for (const mark of chapter.querySelectorAll("mark[data-f]")) {
        mark.classList.toggle("off", mark.dataset.f.split(" ").every((number) => hiddenNumbers.has(number)));
      }
      chapter.hidden = (chosen !== "" && chapter.id !== chosen) || (narrowed && left === 0);
      if (chapter.hidden) for (const remark of chapter.querySelectorAll(".remark")) remark.hidden = true;
    }
    if (current >= 0 && remarks[current].hidden) { remarks[current].classList.remove("current"); current = -1; }
    alignAll();
    report();
  }

  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remembered.set("theme", root.dataset.theme);
  }

  function light(remark, on) { for (const mark of marksOf(remark)) mark.classList.toggle("lit", on); }

  function follow() {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (target && target.classList.contains("remark")) select(target, false);
    else if (target && target.id.startsWith("m-")) select(document.getElementById("f-" + target.id.slice(2)), false);
    report();
  }

  const stored = remembered.get("theme");
  if (stored === "dark" || stored === "light") root.dataset.theme = stored;
  help.querySelector("[name=keys]").checked = remembered.get("keys") !== "off";
  root.classList.add("js");

  toolbar.addEventListener("submit", (event) => event.preventDefault());
  toolbar.addEventListener("input", filter);
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.severity) {
      const pressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!pressed));
      if (pressed) off.add(button.dataset.severity); else off.delete(button.dataset.severity);
      filter();
    }
    else if (button.name === "next") go(1);
    else if (button.name === "previous") go(-1);
    else if (button.name === "theme") theme();
    else if (button.name === "help") help.showModal();
  });
  help.addEventListener("click", (event) => { if (event.target.name === "close") help.close(); });
  help.querySelector("[name=keys]").addEventListener("change", (event) => remembered.set("keys", event.target.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!help.querySelector("[name=keys]").checked && event.key !== "?") return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "?") help.showModal();
    else if (event.key === "/") { event.preventDefault(); toolbar.elements.words.focus(); }
  });
  document.addEventListener("mouseover", (event) => { const remark = event.target.closest(".remark"); if (remark) light(remark, true); });
  document.addEventListener("mouseout", (event) => { const remark = event.target.closest(".remark"); if (remark) light(remark, false); });
  addEventListener("hashchange", follow);
  addEventListener("resize", alignAll);
  document.fonts.ready.then(alignAll);
  alignAll();
  follow();
})();
