// For every browser, however old: when all is loaded and the page has not begun, the sentence that was hidden says what
// else can be done. A page that is still on its way is given the time.
window.onload = function () {
  window.setTimeout(function () {
    var sentence = document.getElementById("cannot");
    if (sentence && document.documentElement.getAttribute("data-begun") === null) sentence.removeAttribute("hidden");
  }, 3000);
};
