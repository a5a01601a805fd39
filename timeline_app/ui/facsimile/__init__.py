# SPDX-License-Identifier: MIT
"""Facsimiles: pictures and PDF pages of documents, opened within limits and shown without anything waiting for them."""
