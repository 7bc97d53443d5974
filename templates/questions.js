/* Save the answers of a questionnaire as a file; nothing is sent anywhere. */
(function () {
  "use strict";
  const form = document.getElementById("form");
  const told = document.getElementById("told");
  const once = { answered_by: document.getElementById("answered_by"), date: document.getElementById("date") };
  const today = new Date();
  once.date.value = [
    today.getFullYear(),
    String(today.getMonth() + 1).padStart(2, "0"),
    String(today.getDate()).padStart(2, "0"),
  ].join("-");

  /* What was filled in: a text, or all boxes that are ticked. */
  function value(place) {
    if (place.tagName !== "FIELDSET") return place.value.trim();
    return [...place.querySelectorAll("input:checked")].map((box) => box.value).join(", ");
  }

  function reply(section) {
    const found = { id: section.dataset.id };
    for (const each of section.querySelectorAll("[data-key]")) found[each.dataset.key] = each.textContent;
    for (const each of section.querySelectorAll("[data-answer]")) found[each.dataset.answer] = value(each);
    /* Whoever answered nothing here did not sign for it either. */
    if (found.answer || found.offered) {
      for (const key of Object.keys(once)) found[key] = found[key] || once[key].value.trim();
    }
    return found;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const questions = [...document.querySelectorAll(".question")].map(reply);
    const text = JSON.stringify({ mark: form.dataset.mark, questions }, null, 2) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    const count = questions.filter((each) => each.answer || each.offered).length;
    told.textContent = `Saved ${count} of ${questions.length} answers as ${link.download}. Please send this file back.`;
  });
})();
