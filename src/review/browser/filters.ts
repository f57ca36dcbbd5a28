/** A choice from a list asks at once; empty fields stay out of the address. */
for (const form of document.querySelectorAll<HTMLFormElement>("form.ask")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select"))
      if (field.value === "") field.disabled = true;
    // Coming back by the browser's button finds them usable again.
    setTimeout(() => {
      for (const field of form.querySelectorAll<HTMLInputElement>("input, select")) field.disabled = false;
    }, 0);
  });
}

export {};
