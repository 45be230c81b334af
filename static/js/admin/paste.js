/* Paste from Word or a web page: headings, paragraphs, quotations, emphasis and links stay, as the
   few marks that texts are written with; everything else is dropped. Numbers stay as printed. */
(() => {
  "use strict";

  const BLOCKS = "p,h1,h2,h3,h4,h5,h6,li,blockquote,tr,div,section,article,table,ul,ol,pre";
  const HEADINGS = { H1: "## ", H2: "## ", H3: "### ", H4: "#### ", H5: "#### ", H6: "#### " };
  const DROPPED = "script,style,template,noscript,title,meta,link,head,svg,img";

  function wrapped(words, mark) {
    const [, before, core, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words);
    return core ? `${before}${mark}${core}${mark}${after}` : words;
  }

  function isStrong(element) {
    const [, weight] = /font-weight:\s*([\w]+)/i.exec(element.dataset.style) || [];
    if (weight) return /^(bold|bolder|[6-9]00)$/i.test(weight);
    return /^(B|STRONG)$/.test(element.tagName);
  }

  function isEmphasis(element) {
    const isItalic = /font-style:\s*italic/i.test(element.dataset.style);
    return isItalic || /^(I|EM|CITE)$/.test(element.tagName);
  }

  function link(element, words) {
    const address = element.getAttribute("href") || "";
    /* Browsers complete an empty target with the address of this very page. */
    const isEmpty = address.startsWith(`${location.origin}${location.pathname}#`);
    if (isEmpty || !/^(https?:|mailto:)/i.test(address) || !words.trim()) return words;
    const target = address.replace(/\s/g, "%20").replace(/\(/g, "%28").replace(/\)/g, "%29");
    return `[${words.trim()}](${target})`;
  }

  /* The words within one block, with their marks. */
  function inline(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.data.replace(/[\s\u00a0]+/g, " ").replace(/([\\*_[\]])/g, "\\$1");
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (node.tagName === "BR") return "\n";
    let words = [...node.childNodes].map(inline).join("");
    if (node.tagName === "A") return link(node, words);
    if (isStrong(node)) words = wrapped(words, "**");
    else if (isEmphasis(node)) words = wrapped(words, "*");
    return words;
  }

  const tidy = (words) => words.replace(/[ \t]*\n[ \t]*/g, "\n").replace(/ {2,}/g, " ").trim();

  function block(element) {
    const words = tidy([...element.childNodes].map(inline).join(""));
    if (!words) return "";
    if (HEADINGS[element.tagName]) {
      return HEADINGS[element.tagName] + words.replace(/\*\*/g, "").replace(/\n/g, " ");
    }
    if (element.closest("blockquote")) return words.replace(/^/gm, "> ");
    return words;
  }

  function item(element) {
    const list = element.parentElement;
    if (!list || list.tagName !== "OL") return block(element);
    const number = (list.start || 1) + [...list.children].indexOf(element);
    return `${number}. ${block(element)}`;
  }

  const row = (element) => [...element.cells].map((cell) => tidy(inline(cell))).join(" – ");

  /* Blocks without blocks inside, in order; loose words between blocks are a block too. */
  function blocks(element, found = []) {
    let loose = [];
    const close = () => {
      const words = tidy(loose.map(inline).join(""));
      if (words) found.push(words);
      loose = [];
    };
    for (const child of element.childNodes) {
      const isBlock = child.nodeType === Node.ELEMENT_NODE && child.matches(BLOCKS);
      const holdsBlocks = child.nodeType === Node.ELEMENT_NODE && child.querySelector(BLOCKS);
      if (!isBlock && !holdsBlocks) {
        loose.push(child);
        continue;
      }
      close();
      if (child.tagName === "TR") found.push(row(child));
      else if (holdsBlocks) blocks(child, found);
      else found.push(child.tagName === "LI" ? item(child) : block(child));
    }
    close();
    return found;
  }

  /* Styles are only read, never applied: the page's policy forbids that even while parsing. */
  function unstyled(html) {
    return html
      .replace(/<style[\s\S]*?<\/style>/gi, "")
      .replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  }

  function markdown(html) {
    const page = new DOMParser().parseFromString(unstyled(html), "text/html"); // nothing in it runs
    page.querySelectorAll(DROPPED).forEach((element) => element.remove());
    return blocks(page.body).filter(Boolean).join("\n\n");
  }

  document.addEventListener("paste", (event) => {
    if (!event.target.matches("[data-desk] textarea")) return;
    const html = event.clipboardData.getData("text/html");
    const text = html && markdown(html);
    if (!text) return;
    event.preventDefault();
    if (!document.execCommand("insertText", false, text)) {
      const area = event.target;
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
})();
