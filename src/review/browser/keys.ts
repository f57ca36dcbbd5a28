export {};

/** j and k go through a list or to the next one, a, i and e do what the page offers, ? shows the keys, arrows turn pages. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, select, textarea") !== null;

function through(step: number): boolean {
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")];
  if (items.length === 0) return false;
  const at = items.findIndex((item) => item.classList.contains("current"));
  const next = items[Math.min(items.length - 1, Math.max(0, at + step))]!;
  items[at]?.classList.remove("current");
  next.classList.add("current");
  next.querySelector("a")?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/** A decision needs its reason: without one the field is where to go. */
function press(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!element) return false;
  const reason = element.closest("form")?.querySelector<HTMLInputElement>("input[name=reason]");
  if (reason && reason.value.trim() === "") reason.focus();
  else element.click();
  return true;
}

const KEYS: Readonly<Record<string, () => boolean>> = {
  j: () => through(1) || press("j"),
  k: () => {
    if (!through(-1)) history.back();
    return true;
  },
  a: () => press("a"),
  i: () => press("i"),
  e: () => press("e"),
  "?": () => {
    document.querySelector(".keys")?.scrollIntoView();
    return true;
  },
};

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (act?.()) event.preventDefault();
});
