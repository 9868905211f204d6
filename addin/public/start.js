/* Runs in every Excel, also in Internet Explorer 11: no modern syntax here. Says what is missing instead of a blank page. */
;(function () {
  'use strict'
  var office = { state: 'loading', waiting: [] }
  window.postloanOffice = office

  function show(id) {
    var all = document.querySelectorAll('[data-notice]')
    for (var i = 0; i < all.length; i++) all[i].style.display = all[i].id === id ? 'block' : 'none'
  }

  function settle(state) {
    if (office.state !== 'loading') return
    office.state = state
    for (var i = 0; i < office.waiting.length; i++) office.waiting[i](state)
    office.waiting = []
  }

  office.show = show
  if (!('noModule' in document.createElement('script'))) {
    office.state = 'old'
    show('notice-old')
    return
  }
  var meta = document.querySelector('meta[name="postloan-office"]')
  var script = document.createElement('script')
  script.src = meta.getAttribute('content')
  script.addEventListener('load', function () {
    settle(window.Office && window.Office.onReady ? 'loaded' : 'missing')
  })
  script.addEventListener('error', function () {
    settle('missing')
  })
  setTimeout(function () {
    settle('missing')
  }, 20000)
  document.head.appendChild(script)
})()
