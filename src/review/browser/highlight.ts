export {};

/** Lights a number's record and its box together: by mouse, by focus, by the address. */
const boxOf = (id: string): Element | null => document.getElementById(`box:${id}`)?.closest("[data-for]") ?? null;
const pair = (id: string): Element[] => [document.getElementById(id), boxOf(id)].filter((element) => element !== null);

let lit: Element[] = [];
function light(id: string | null): void {
  for (const element of lit) element.classList.remove("lit");
  lit = id === null ? [] : pair(id);
  for (const element of lit) element.classList.add("lit");
}

/** The record an element belongs to. */
function idOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const box = target.closest("[data-for]");
  if (box) return box.getAttribute("data-for");
  return target.closest(".records > li[id]")?.id ?? null;
}

const byAddress = (): string => decodeURIComponent(location.hash.slice(1)).replace(/^box:/u, "");
const onAddress = (): void => {
  const id = byAddress();
  if (id === "") return;
  light(id);
  for (const element of pair(id)) element.scrollIntoView({ block: "nearest" });
};

for (const event of ["mouseover", "focusin"])
  document.addEventListener(event, ({ target }) => {
    const id = idOf(target);
    if (id !== null) {
      light(id);
      const other = target instanceof Element && target.closest("[data-for]") ? document.getElementById(id) : boxOf(id);
      other?.scrollIntoView({ block: "nearest" });
    }
  });
document.addEventListener("mouseout", ({ target }) => {
  if (idOf(target) !== null) light(byAddress() || null);
});
addEventListener("hashchange", onAddress);
onAddress();
