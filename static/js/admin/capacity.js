/* The choice of a capacity offers the offices of the speaker in the same row, those held on the day
   of the statement first. Without this, all offices are offered and a wrong one is refused. */
(() => {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const $ = window.django && window.django.jQuery;
    if (!$) return;
    let row = null;

    $(document).on("select2:open", (event) => {
      row = event.target.matches("[name$=-tenure]") ? event.target.closest("tr, .inline-related") : null;
    });

    $.ajaxPrefilter((options) => {
      if (!row || !/field_name=tenure(&|$)/.test(options.url + (options.data || ""))) return;
      const speaker = row.querySelector("[name$=-speaker]").value;
      const day = document.querySelector("#id_delivered").value;
      const more = new URLSearchParams({ ...(speaker && { speaker }), ...(day && { day }) });
      options.url += (options.url.includes("?") ? "&" : "?") + more;
      options.cache = true;
    });
  });
})();
